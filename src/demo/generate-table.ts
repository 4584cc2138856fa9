import type { CategoryColumn, Column, Table } from '../model/table.js';
import { hashText } from '../stats/hash.js';
import type { AttributeSpec, CompanySpec } from './company-spec.js';
import { createDraw } from './draw.js';
import { drawColumn } from './draw-column.js';
import { gatherColumn } from './gather-column.js';
import { missingMask } from './missing-mask.js';
import { noiseAttributes } from './noise-attributes.js';
import { planRows } from './plan-rows.js';
import type { PlantedTruth } from './planted-truth.js';
import { respellCompany, respellEmail } from './respell.js';
import { logistic, solveIntercept } from './solve-intercept.js';
import { summariseTruth } from './summarise-truth.js';
import { trueLogOdds } from './true-log-odds.js';

/** A company in columns, and what was planted in it. All arrays have one entry per row of the table. */
export interface GeneratedTable {
  /** Everything but the outcome. */
  readonly table: Table;
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  /** The true probability of the outcome. */
  readonly probabilities: Float64Array;
  readonly truth: PlantedTruth;
}

/**
 * Draws the company. The same specification, seed and number of accounts give the same table; each column has a random
 * stream of its own, so a column more or less changes no other.
 * @param spec what to draw. @param options `seed`: a whole number; `accounts`: how many, without duplicates.
 * @throws USAGE, COLUMN_UNKNOWN when the specification contradicts itself.
 */
export function generateTable(spec: CompanySpec, options: { seed: number; accounts?: number }): GeneratedTable {
  const { accounts: rowCount = spec.accounts } = options;
  // Two companies of one seed have nothing in common.
  const seed = hashText(spec.name, options.seed);
  const columns = new Map<string, Column>();
  const missing = new Map<string, Uint8Array | null>();
  const attributes = [...spec.attributes, ...(spec.noise === undefined ? [] : noiseAttributes(spec.noise))];
  const drawAll = (some: readonly AttributeSpec[]) => {
    for (const attribute of some) {
      const draw = createDraw(attribute.name, { seed, rowCount, columns });
      const isSorted = attribute.name === spec.outcome.time;
      columns.set(attribute.name, drawColumn(attribute.values, { draw, isSorted }));
      missing.set(
        attribute.name,
        missingMask(attribute, createDraw(`${attribute.name} missing`, { seed, rowCount, columns })),
      );
    }
  };
  drawAll(attributes.filter((attribute) => !attribute.isLeak));
  const logOdds = trueLogOdds(spec, { columns, rowCount });
  const intercept = solveIntercept(logOdds, spec.baseRate);
  const chances = logOdds.map((x) => logistic(x + intercept));
  const outcome = drawOutcome(spec, { chances, seed });
  columns.set(spec.outcome.column, outcome);
  drawAll(attributes.filter((attribute) => attribute.isLeak));

  const { random } = createDraw('duplicate rows', { seed, rowCount, columns });
  const plan = planRows(rowCount, { duplicates: spec.duplicates ?? { exact: 0, respelled: 0 }, random });
  const published = attributes
    .filter((attribute) => !attribute.isHidden)
    .map((attribute) =>
      gatherColumn(columns.get(attribute.name) as Column, {
        plan,
        missing: missing.get(attribute.name) ?? null,
        ...respelling(attribute, { rowCount, seed }),
      }),
    );
  return {
    table: asTable(spec, { columns: published, rowCount: plan.account.length, seed: options.seed }),
    labels: Uint8Array.from(plan.account, (account) => outcome.codes[account]),
    probabilities: Float64Array.from(plan.account, (account) => chances[account]),
    truth: summariseTruth(spec, { attributes, columns, labels: outcome.codes, chances, intercept, plan }),
  };
}

/** Codes are 1 for the positive and 0 for the negative value. */
function drawOutcome(
  { outcome }: CompanySpec,
  { chances, seed }: { chances: Float64Array; seed: number },
): CategoryColumn {
  const { random } = createDraw(outcome.column, { seed, rowCount: chances.length, columns: new Map() });
  const codes = Int32Array.from(chances, (chance) => (random.next() < chance ? 1 : 0));
  return { type: 'category', name: outcome.column, codes, labels: [outcome.negative, outcome.positive] };
}

/** What a respelled copy does to a text: ids go on counting where the accounts end, names are written differently. */
function respelling({ name, values }: AttributeSpec, { rowCount, seed }: { rowCount: number; seed: number }) {
  switch (values.kind) {
    case 'identifier':
      return {
        respell: (_: string, row: number) => `${values.prefix}${values.start + (rowCount + row) * (values.step ?? 1)}`,
      };
    case 'company':
      return { respell: (text: string, row: number) => respellCompany(text, hashText(`${name} ${row}`, seed)) };
    case 'email':
      return { respell: (text: string) => respellEmail(text) };
    default:
      return {};
  }
}

function asTable(
  { name }: CompanySpec,
  { columns, rowCount, seed }: { columns: Column[]; rowCount: number; seed: number },
): Table {
  const lines = Int32Array.from({ length: rowCount }, (_, row) => row + 2);
  return { source: name, snapshot: `generated ${name} ${seed} ${rowCount}`, rowCount, lines, columns };
}
