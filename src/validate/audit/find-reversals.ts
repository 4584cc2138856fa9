import { matchTrait } from '../../learn/match-trait.js';
import type { AuditFinding, AuditNumber } from '../../model/audit.js';
import type { Criterion } from '../../model/criterion.js';
import type { Interval } from '../../model/estimate.js';
import type { Column } from '../../model/table.js';
import { formatTrait } from '../../model/trait-text.js';
import { mantelHaenszel, type TwoByTwo } from '../../stats/mantel-haenszel.js';
import type { Strata } from './find-strata.js';
import { intervalNumber, sayCount } from './say-number.js';

export interface ReversalRequest {
  readonly criteria: readonly Criterion[];
  /** The attributes of the accounts, row by row. */
  readonly columns: readonly Column[];
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  readonly strata: readonly Strata[];
}

/** What becomes of the effect of a criterion among accounts of one source, year, region or size. */
export interface Reversal {
  /** Where it stands among the criteria. */
  readonly criterion: number;
  readonly by: string;
  readonly kind: 'reversed' | 'lost';
  readonly crude: Interval;
  readonly within: Interval;
  readonly strata: number;
}

/** An effect is lost where less than this part of it (of its logarithm) is left, and chance could have made that. */
const mostLeft = 0.5;

/**
 * Criteria whose odds ratio turns round, or is lost, within the strata of a column (Simpson's paradox): the crude odds ratio
 * beside Mantel and Haenszel's. Reversed: the two 95 % intervals lie on different sides of 1; lost: the crude one excludes
 * 1, the stratified one does not, and less than half of the effect is left.
 */
export function findReversals(request: ReversalRequest): Reversal[] {
  const { criteria, columns, labels, strata } = request;
  return criteria.flatMap(({ trait }, criterion): Reversal[] => {
    const column = columns.find(({ name }) => name === trait.attribute);
    if (column === undefined) return [];
    const has = matchTrait(column, trait.condition);
    const own = strata.filter(({ by }) => by !== trait.attribute);
    return own.flatMap(({ by, of, count }): Reversal[] => {
      const tables = tabulate({ has, labels, of, count });
      const crude = mantelHaenszel([sumOf(tables)])?.oddsRatio;
      const within = mantelHaenszel(tables);
      if (crude === undefined || within === null || within.strata < 2) return [];
      const kind = judge(crude, within.oddsRatio);
      return kind === null ? [] : [{ criterion, by, kind, crude, within: within.oddsRatio, strata: within.strata }];
    });
  });
}

/** A reversal as a finding of the audit. */
export function reversalFinding(reversal: Reversal, { trait }: Criterion): AuditFinding {
  const { by, kind, crude, within, strata } = reversal;
  const text = formatTrait(trait);
  const numbers: AuditNumber[] = [
    intervalNumber('odds ratio of all accounts together', crude),
    intervalNumber(`odds ratio within ${by}`, within),
    { name: 'strata', value: strata },
  ];
  const side = (value: number) => (value > 1 ? 'for' : 'against');
  return {
    kind: 'reversal',
    severity: kind === 'reversed' ? 'grave' : 'caution',
    about: text,
    finding:
      kind === 'reversed'
        ? `${text} speaks ${side(crude.estimate)} an account among all of them (odds ${sayOdds(crude)}), and ${side(within.estimate)} it within ${sayCount(strata)} values of ${by} (odds ${sayOdds(within)}): Simpson's paradox.`
        : `The effect of ${text} (odds ${sayOdds(crude)}) is not seen within ${sayCount(strata)} values of ${by} (odds ${sayOdds(within)}): it may be ${by} that counts.`,
    advice: `Judge it within ${by}; put ${by} among the attributes, or leave the criterion out.`,
    numbers,
  };
}

export function sayOdds({ estimate, lower, upper }: Interval): string {
  const say = (value: number) => (value >= 99.5 ? value.toFixed(0) : value.toFixed(value < 0.995 ? 2 : 1));
  return `×${say(estimate)}, ${say(lower)}–${say(upper)}`;
}

function judge(crude: Interval, within: Interval): Reversal['kind'] | null {
  const side = ({ lower, upper }: Interval) => (lower > 1 ? 1 : upper < 1 ? -1 : 0);
  if (side(crude) === 0) return null;
  if (side(within) === -side(crude)) return 'reversed';
  const left = Math.log(within.estimate) / Math.log(crude.estimate);
  return side(within) === 0 && left < mostLeft ? 'lost' : null;
}

interface Counted {
  readonly has: Uint8Array;
  readonly labels: Uint8Array;
  readonly of: Int16Array;
  readonly count: number;
}

/** Accounts in no stratum take no part, nor in the crude ratio: the two are of the same accounts. */
function tabulate({ has, labels, of, count }: Counted): TwoByTwo[] {
  const cells = new Float64Array(4 * count);
  for (let row = 0; row < labels.length; row++) {
    if (of[row] >= 0 && has[row] !== 255) cells[4 * of[row] + 2 * has[row] + labels[row]]++;
  }
  return Array.from({ length: count }, (_, stratum) => {
    const [lostWithout, wonWithout, lostWith, wonWith] = cells.subarray(4 * stratum, 4 * stratum + 4);
    return {
      accounts: lostWith + wonWith,
      positives: wonWith,
      otherAccounts: lostWithout + wonWithout,
      otherPositives: wonWithout,
    };
  });
}

function sumOf(tables: readonly TwoByTwo[]): TwoByTwo {
  const sum = (of: (one: TwoByTwo) => number) => tables.reduce((total, one) => total + of(one), 0);
  return {
    accounts: sum(({ accounts }) => accounts),
    positives: sum(({ positives }) => positives),
    otherAccounts: sum(({ otherAccounts }) => otherAccounts),
    otherPositives: sum(({ otherPositives }) => otherPositives),
  };
}
