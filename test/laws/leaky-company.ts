import type { CategoryColumn, Column, DateColumn, NumberColumn } from '../../src/model/table.js';
import { createRandom, type Random } from '../../src/stats/random.js';

export const plantedKinds = [
  'restated',
  'number',
  'many codes',
  'filled for one class',
  'count afterwards',
  'partly filled',
  'pair',
  'equal cells',
  'dated after',
  'name',
  'fades',
  'sorted rows',
  'ids in ranges',
] as const;
export type PlantedKind = (typeof plantedKinds)[number];

/** A company of accounts in the order of its file, with one leak or none. */
export interface LeakyCompany {
  readonly columns: readonly Column[];
  readonly labels: Uint8Array;
  readonly dates: readonly DateColumn[];
  readonly decided: DateColumn;
  readonly ids: readonly string[];
  /** What an audit must name; one of them is enough. */
  readonly leaks: readonly string[];
  /** Names of the honest attributes. */
  readonly honest: readonly string[];
}

const dayMs = 86_400_000;
const start = Date.UTC(2022, 0, 1);
const names =
  'employees revenue region industry segment source seats tools budget age_years offices visits tier platform'.split(
    ' ',
  );

/**
 * Draws a company: 400–2,000 accounts, 10–50 % of them with the outcome, ten honest attributes (one of them with an AUC up to .93
 * alone, some with cells missing for reasons that go with other attributes), and the leak.
 */
export function drawLeakyCompany(kind: PlantedKind | null, seed: number): LeakyCompany {
  const random = createRandom(seed);
  const count = 400 + random.int(1601);
  const baseRate = 0.1 + 0.4 * random.next();
  const drawn = Uint8Array.from({ length: count }, () => (random.next() < baseRate ? 1 : 0));
  const labels = kind === 'sorted rows' ? drawn.sort() : drawn;
  const decidedAt = Float64Array.from({ length: count }, () => start + random.int(900) * dayMs);
  if (random.next() < 0.5) decidedAt.sort();
  const decided: DateColumn = { type: 'date', name: 'decided_on', values: decidedAt };
  const signed: DateColumn = {
    type: 'date',
    name: 'created_on',
    values: decidedAt.map((at) => at - random.int(200) * dayMs),
  };
  const renewal: DateColumn = {
    type: 'date',
    name: 'next_renewal',
    values: decidedAt.map((at) => at + random.int(365) * dayMs),
  };
  const ids = Array.from({ length: count }, (_, row) => idOf(row, { kind, label: labels[row], random }));
  const honest = names.slice(0, 10).map((name, i) => honestColumn(name, { i, labels, random }));
  const base = { labels, decided, ids, honest: honest.map(({ name }) => name) };
  const planted = kind === null ? null : plant(kind, { labels, decidedAt, random });
  return {
    ...base,
    columns: [...honest, ...(planted?.columns ?? [])],
    dates: [signed, renewal, ...(planted?.dates ?? [])],
    leaks: planted?.leaks ?? [],
  };
}

interface Draw {
  readonly labels: Uint8Array;
  readonly random: Random;
}

/** Attribute 0 is the strong one; the others shift by up to .8 standard deviations, or not at all. */
function honestColumn(name: string, { i, labels, random }: Draw & { i: number }): Column {
  const shift = i === 0 ? 2.087 * random.next() : random.next() < 0.5 ? 0 : 0.8 * random.next();
  const sign = random.next() < 0.5 ? -1 : 1;
  const latent = Float64Array.from(labels, (label) => sign * shift * label + random.normal());
  const missing = random.next() < 0.4 ? 0.3 * random.next() : 0;
  // Cells are missing more often where the value is small: an honest reason that goes with the outcome a little.
  const isGone = (value: number) => random.next() < missing * (value < 0 ? 1.5 : 0.5);
  const shape = i === 0 ? random.int(3) : random.int(4);
  if (shape === 3 || (i > 0 && i % 3 === 2)) {
    const labelsOf = Array.from({ length: 2 + random.int(7) }, (_, k) => `${name} ${k}`);
    const cut = (value: number) =>
      Math.max(0, Math.min(labelsOf.length - 1, Math.floor((value + 2) * labelsOf.length * 0.25)));
    return {
      type: 'category',
      name,
      labels: labelsOf,
      codes: Int32Array.from(latent, (value) => (isGone(value) ? -1 : cut(value))),
    };
  }
  const change = [(x: number) => x, (x: number) => Math.exp(x), (x: number) => Math.max(0, Math.floor(3 * x))][
    shape % 3
  ];
  return numbers(
    name,
    latent.map((value) => (isGone(value) ? Number.NaN : change(value))),
  );
}

type Planting = Draw & { readonly decidedAt: Float64Array };
interface Planted {
  readonly columns: readonly Column[];
  readonly dates?: readonly DateColumn[];
  readonly leaks: readonly string[];
}

function plant(kind: PlantedKind, { labels, decidedAt, random }: Planting): Planted {
  const name = 'field_x';
  const one = (column: Column): Planted => ({ columns: [column], leaks: [column.name] });
  /** The outcome with a share of mistakes in each class, so that its AUC is at least .97. */
  const told = labels.map((label) => label);
  for (const own of [0, 1]) {
    const rows = [...labels.keys()].filter((row) => labels[row] === own);
    const wrong = Math.floor(0.03 * random.next() * rows.length);
    for (let i = 0; i < wrong; i++) told[rows[i * Math.floor(rows.length / wrong)]] = 1 - own;
  }
  switch (kind) {
    case 'restated':
      return one(
        categories(
          name,
          Array.from(told, (label) => ['prospect', 'client'][label]),
        ),
      );
    case 'number': {
      // d' of 3 and more: AUC .983 and more.
      const shift = (random.next() < 0.5 ? -1 : 1) * (3 + 2 * random.next());
      const change = [(x: number) => x, (x: number) => Math.exp(x / 2), (x: number) => x ** 3][random.int(3)];
      return one(
        numbers(
          name,
          Float64Array.from(labels, (label) => change(shift * label + random.normal())),
        ),
      );
    }
    case 'many codes':
      return one(
        categories(
          name,
          Array.from(told, (label) => `code ${2 * random.int(6) + label}`),
        ),
      );
    case 'filled for one class': {
      const [own, share, slip] = [random.int(2), 0.3 + 0.7 * random.next(), 0.005 * random.next()];
      const isFilled = (label: number) => random.next() < (label === own ? share : slip);
      const isNumber = random.next() < 0.5;
      const cells = Array.from(labels, (label) => (isFilled(label) ? random.int(5) : null));
      return one(
        isNumber
          ? numbers(
              name,
              Float64Array.from(cells, (cell) => cell ?? Number.NaN),
            )
          : categories(
              name,
              cells.map((cell) => (cell === null ? null : `choice ${cell}`)),
            ),
      );
    }
    case 'count afterwards': {
      const share = 0.5 + 0.5 * random.next();
      return one(
        numbers(
          name,
          Float64Array.from(labels, (label) => (label === 1 && random.next() < share ? 1 + random.int(20) : 0)),
        ),
      );
    }
    case 'partly filled':
      return one(
        numbers(
          name,
          Float64Array.from(labels, (label) => (random.next() < 0.4 ? 5 * label + random.normal() : Number.NaN)),
        ),
      );
    case 'pair': {
      const a = Float64Array.from(labels, () => 100 * random.next());
      const b = a.map((value, row) => value + (labels[row] === 1 ? 1 + random.next() : -1 - random.next()));
      return { columns: [numbers('field_a', a), numbers('field_b', b)], leaks: ['field_a', 'field_b'] };
    }
    case 'equal cells': {
      const a = Array.from(labels, () => random.int(5));
      const b = Array.from(labels, (label, row) => (label === 1 ? a[row] : (a[row] + 1 + random.int(4)) % 5));
      const column = (own: string, cells: number[]) =>
        categories(
          own,
          cells.map((cell) => `plan ${cell}`),
        );
      return { columns: [column('field_a', a), column('field_b', b)], leaks: ['field_a', 'field_b'] };
    }
    case 'dated after': {
      const share = 0.3 + 0.7 * random.next();
      const shift = 0.5 * random.next();
      const written = decidedAt.map(
        (at) => at + (random.next() < share ? 1 + random.int(90) : -random.int(90)) * dayMs,
      );
      return {
        columns: [
          numbers(
            'health',
            Float64Array.from(labels, (label) => shift * label + random.normal()),
          ),
        ],
        dates: [{ type: 'date', name: 'health_updated_at', values: written }],
        leaks: ['health', 'health_updated_at'],
      };
    }
    case 'name': {
      const telling = [
        'closed_lost_reason',
        'ChurnDate_days',
        'contract signed',
        'won_amount',
        'Kündigungsgrund',
        'motif de perte',
        'motivo_baja',
        '解約理由',
        'days_to_close',
      ];
      // d' 1.1–2: AUC .78–.92.
      const shift = 1.1 + 0.9 * random.next();
      return one(
        numbers(
          telling[random.int(telling.length)],
          Float64Array.from(labels, (label) => shift * label + random.normal()),
        ),
      );
    }
    case 'fades': {
      const latest = [...decidedAt].sort((a, b) => a - b)[Math.floor(0.8 * decidedAt.length)];
      const shift = 1.8 + random.next();
      return one(
        numbers(
          name,
          Float64Array.from(labels, (label, row) => (decidedAt[row] < latest ? shift * label : 0) + random.normal()),
        ),
      );
    }
    case 'sorted rows':
      return { columns: [], leaks: ['order of rows'] };
    case 'ids in ranges':
      return { columns: [], leaks: ['account_id'] };
  }
}

function idOf(
  row: number,
  { kind, label, random }: { kind: PlantedKind | null; label: number; random: Random },
): string {
  const number = 100_000 + random.int(800_000);
  return kind === 'ids in ranges'
    ? `A-${number + (label === 1 ? 1_000_000 : 0)}`
    : `A-${kind === 'sorted rows' ? number : 1000 + row}`;
}

function numbers(name: string, values: Float64Array): NumberColumn {
  return {
    type: 'number',
    name,
    values,
    whole: values.every((value) => Number.isNaN(value) || Number.isInteger(value)),
  };
}

function categories(name: string, cells: readonly (string | null)[]): CategoryColumn {
  const labels = [...new Set(cells.filter((cell) => cell !== null))];
  return {
    type: 'category',
    name,
    labels,
    codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : labels.indexOf(cell))),
  };
}
