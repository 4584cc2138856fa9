import { buildGrids } from '../../src/learn/build-grids.js';
import { codeTable } from '../../src/learn/code-table.js';
import { auditLeaks } from '../../src/learn/leaks/audit-leaks.js';
import { drawLeakyCompany, type PlantedKind, plantedKinds } from './leaky-company.js';

/** What the leakage audit found of what was planted, and of honest columns. */
export interface LeakMeasures {
  readonly kinds: readonly {
    readonly kind: PlantedKind;
    readonly planted: number;
    /** Set aside, or shown with a caution. */
    readonly caught: number;
    readonly setAside: number;
    /** Seeds of the companies whose leak was missed. */
    readonly missed: readonly number[];
  }[];
  /** Honest columns, of companies with and without a leak. */
  readonly clean: {
    readonly columns: number;
    readonly flagged: number;
    readonly setAside: number;
    readonly details: readonly string[];
  };
}

/** Draws so many companies of each kind of leak, and as many without one, and audits them. */
export function measureLeaks({ companies, seed }: { companies: number; seed: number }): LeakMeasures {
  const clean = { columns: 0, flagged: 0, setAside: 0, details: [] as string[] };
  const kinds = [...plantedKinds, null].flatMap((kind, k) => {
    const measured = { planted: companies, caught: 0, setAside: 0, missed: [] as number[] };
    for (let i = 0; i < companies; i++) {
      const own = seed * 1_000_003 + k * 10_007 + i;
      const company = drawLeakyCompany(kind, own);
      const found = audit(company);
      const hits = found.filter(
        ({ attribute }) => company.leaks.includes(attribute) && attribute !== 'health_updated_at',
      );
      if (hits.length > 0) measured.caught++;
      else measured.missed.push(own);
      if (hits.some(({ severity }) => severity === 'set aside')) measured.setAside++;
      const others = found.filter(({ attribute }) => !company.leaks.includes(attribute));
      clean.columns += company.honest.length + (kind === null ? 3 : 1);
      clean.flagged += others.length;
      clean.setAside += others.filter(({ severity }) => severity === 'set aside').length;
      clean.details.push(...others.map(({ detail, severity }) => `${kind} ${own} ${severity}: ${detail}`));
    }
    return kind === null ? [] : [{ kind, ...measured }];
  });
  return { kinds, clean };
}

function audit({ columns, labels, dates, decided, ids }: ReturnType<typeof drawLeakyCompany>) {
  const coded = codeTable(buildGrids(columns, null), { columns, rowCount: labels.length });
  return auditLeaks(
    { coded, columns, labels, outcome: 'won' },
    {
      dates,
      decided: { name: decided.name, values: decided.values, isDate: true },
      ids: { name: 'account_id', of: (row) => ids[row] },
      isInFileOrder: true,
    },
  );
}
