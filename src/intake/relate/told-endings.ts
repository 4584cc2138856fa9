import type { RawTable, TextColumn } from '../../model/table.js';
import type { AppliedMapping } from '../mapping/apply-mapping.js';
import { headerKey } from '../mapping/header-key.js';
import { dealEnding, readFlag } from './deal-words.js';
import { writeCell } from './write-cell.js';

export type Ending = 'won' | 'lost';

/** How deals ended by their stage or state, told and not guessed; null: not ended. Keys are folded by {@link foldStage}. */
export interface ToldEndings {
  readonly stage: ReadonlyMap<string, Ending | null>;
  readonly isWon: ReadonlyMap<string, Ending | null>;
}

export function foldStage(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * What is told of the endings of a table of deals: the lists `won:` and `lost:` of its mapping go before what tables of
 * stages say.
 * @param stages of {@link readStages}.
 */
export function toldEndings(
  { mapping }: Pick<AppliedMapping, 'mapping'>,
  stages: ReadonlyMap<string, Ending | null>,
): ToldEndings {
  const listed = (field: string) =>
    mapping.columns
      .filter(({ use }) => use.kind === 'field' && use.field === field)
      .flatMap(({ won = [], lost = [] }) => [
        ...won.map((value) => [foldStage(value), 'won'] as const),
        ...lost.map((value) => [foldStage(value), 'lost'] as const),
      ]);
  return { stage: new Map<string, Ending | null>([...stages, ...listed('stage')]), isWon: new Map(listed('isWon')) };
}

const idKeys = [
  'stageid',
  'pipelinestageid',
  'dealstageid',
  'dealpipelinestageid',
  'id',
  'apiname',
  'internalname',
  'value',
];
const labelKeys = ['label', 'stagelabel', 'masterlabel', 'stagename', 'name', 'displayname', 'dealstage', 'stage'];
const mostStages = 2000;

/** Whether a table may be the list of the stages of deals: by the names of its columns, before it is read. */
export function isStageList({
  name,
  columns,
  rows,
}: {
  name: string;
  columns: readonly string[];
  rows: number;
}): boolean {
  const keys = columns.map(keyOf);
  const tells = keys.some((key) => ['closedwon', 'isclosed', 'iswon'].includes(key) || /probability$/.test(key));
  const names = keys.some((key) => idKeys.includes(key) || labelKeys.includes(key));
  return rows <= mostStages && tells && names && /stage|phase|pipeline|etap/i.test(name);
}

/**
 * What lists of stages say, by id and by label: HubSpot (`closed_won`, probability 1 and 0), Salesforce (`IsWon`, `IsClosed`),
 * and the like. Stages of one name that end differently tell nothing.
 */
export function readStages(tables: readonly RawTable[]): Map<string, Ending | null> {
  const found = new Map<string, Ending | null>();
  const torn = new Set<string>();
  for (const table of tables) {
    const named = (keys: readonly string[]) => table.columns.filter(({ name }) => keys.includes(keyOf(name)));
    const cell = (keys: readonly string[], row: number) => {
      const column = named(keys)[0];
      return column === undefined ? null : writeCell(column, row);
    };
    const probabilities = table.columns.filter(({ name }) => /probability$/.test(keyOf(name)));
    for (let row = 0; row < table.rowCount; row++) {
      const probability = probabilities[0] === undefined ? null : writeCell(probabilities[0], row);
      const ending = endingOf({
        won: flagOf(cell(['closedwon', 'iswon'], row)),
        closed: flagOf(cell(['isclosed', 'closed'], row)),
        chance: probability === null || probability === '' ? Number.NaN : Number(probability.replace('%', '')),
        label: cell(labelKeys, row) ?? '',
      });
      for (const column of named([...idKeys, ...labelKeys])) {
        const key = foldStage(writeCell(column, row) ?? '');
        if (key === '') continue;
        if (found.has(key) && found.get(key) !== ending) torn.add(key);
        found.set(key, ending);
      }
    }
  }
  for (const key of torn) found.delete(key);
  return found;
}

/** A chance of nought ends a deal unless the list says otherwise; a sure one is won. */
function endingOf(stage: {
  won: boolean | null;
  closed: boolean | null;
  chance: number;
  label: string;
}): Ending | null {
  const { won, closed, chance, label } = stage;
  if (won === true) return 'won';
  if (closed === false) return null;
  if (closed === true) return won === false || chance === 0 ? 'lost' : chance >= 1 ? 'won' : dealEnding(label);
  if (chance === 1 || chance === 100) return 'won';
  if (chance === 0) return 'lost';
  return Number.isNaN(chance) ? dealEnding(label) : null;
}

function flagOf(cell: string | null): boolean | null {
  return cell === null ? null : readFlag(cell);
}

/** `metadata.isClosed` and `properties_probability` are what stands behind the last point. */
function keyOf(name: string): string {
  return headerKey(name.split('.').at(-1) ?? name);
}

/** Labels of a text column whose ending is told by words alone although there are lists. */
export function unlisted(
  { labels, codes }: Pick<TextColumn, 'labels' | 'codes'>,
  told: ReadonlyMap<string, unknown>,
): string[] {
  if (told.size === 0) return [];
  const used = new Set(codes);
  return labels.filter((label, code) => used.has(code) && !told.has(foldStage(label)) && dealEnding(label) !== null);
}
