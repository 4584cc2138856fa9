import type { AttributeKind, AttributeType } from './attribute.js';
import type { Entity } from './entity.js';
import type { Sensitivity } from './sensitivity.js';

/** How sure the recognition is; what is not `sure` is shown first, and `guess` is asked about. */
export type Confidence = 'sure' | 'likely' | 'guess';

/** What becomes of one column. */
export type ColumnUse =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'attribute'; readonly attributeKind: AttributeKind; readonly type: AttributeType | 'date' }
  | { readonly kind: 'ignored'; readonly reason: string };

export interface ColumnMapping {
  readonly column: string;
  readonly use: ColumnUse;
  readonly confidence: Confidence;
  /** Why, in a few words: `header of HubSpot`, `93 % of the values are web domains`. */
  readonly why: string;
  readonly sensitivity: Sensitivity;
  /** A protected column that this one may stand for (postcode for ethnicity, first name for sex), or none. */
  readonly proxyFor?: string;
  /** Of a key field that names rows of another table: that row, in turn, names the account. */
  readonly via?: Entity;
  /** Of dates that can be read both ways: what comes first. */
  readonly dayOrder?: 'day first' | 'month first';
  /** Of the field that says how a deal ended: the values that mean won, and lost. */
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
}

/** How one imported table maps to the model. Kept in `mapping.yaml`, edited by people, used again. */
export interface TableMapping {
  /** File name, or a pattern with `*`. */
  readonly file: string;
  /** The tool that wrote it, if it was recognised: `hubspot`, `salesforce`, `pipedrive`, `zoho`, `dynamics`, `stripe`, `intercom`, `zendesk` … */
  readonly source: string | null;
  readonly entity: Entity;
  readonly confidence: Confidence;
  /** Why it is that entity, or unused, in a few words. */
  readonly why: string;
  /**
   * `rows`: each row is one of the entity. `link`: the rows only say more about rows of the entity in another table
   * (which account a deal belongs to). `history`: the rows say how rows of the entity changed (see `historyFields`).
   * `unused`: nothing that Assay reads.
   */
  readonly use: 'rows' | 'link' | 'history' | 'unused';
  readonly columns: readonly ColumnMapping[];
}

/** What a table of deals must say: whose they are, how they ended, and when. */
export type MappingGap = 'account' | 'ending' | 'moment';

/** Something that only a person knows; `answers` are what may be written into the mapping instead. */
export interface MappingQuestion {
  readonly file: string;
  readonly column: string | null;
  readonly question: string;
  readonly answers: readonly string[];
  /** What the answer is about, where another table may give it. */
  readonly topic?: MappingGap;
  /** What to write into the mapping, in words; absent where `answers` say it all. */
  readonly write?: string;
}
