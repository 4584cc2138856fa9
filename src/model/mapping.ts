import type { AttributeKind, AttributeType } from './attribute.js';
import type { Entity } from './entity.js';

/** How sure the recognition is; what is not `sure` is shown first, and `guess` is asked about. */
export type Confidence = 'sure' | 'likely' | 'guess';

/** M28: who must not be scored by a column. `protected`: age, sex, ethnicity …; `special`: health, belief, politics … */
export const sensitivities = ['none', 'personal', 'protected', 'special'] as const;
export type Sensitivity = (typeof sensitivities)[number];

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
}

/** How one imported table maps to the model. Kept in `mapping.yaml`, edited by people, used again. */
export interface TableMapping {
  /** File name, or a pattern with `*`. */
  readonly file: string;
  /** The tool that wrote it, if it was recognised: `hubspot`, `salesforce`, `pipedrive`, `zoho`, `dynamics`, `stripe`, `intercom`, `zendesk` … */
  readonly source: string | null;
  readonly entity: Entity;
  readonly confidence: Confidence;
  readonly columns: readonly ColumnMapping[];
}

/** Something that only a person knows; `answers` are what may be written into the mapping instead. */
export interface MappingQuestion {
  readonly file: string;
  readonly column: string | null;
  readonly question: string;
  readonly answers: readonly string[];
}
