import type { Interval } from '../../model/estimate.js';
import type { LeakEvidence, LeakKind, SuspectedLeak } from '../../model/leak.js';
import type { Column } from '../../model/table.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';
import { countCodes } from '../count-codes.js';
import { crossFittedAuc } from '../cross-fitted-auc.js';
import type { AttributeGrid } from '../grid.js';
import type { LeakWord } from '../leak-names.js';
import { type AloneData, aloneAuc } from './alone-auc.js';
import { describeFilling, describeOneSided, type Filling } from './judge-filling.js';

/** Fewer of the rarer class cannot tell a leak from luck. */
const leastRarer = 10;
/** Below this AUC alone nothing but a name or empty cells can be suspect, and the interval is not worked out. */
const worthALook = 0.58;
const clear = { estimate: 0.96, lower: 0.93 };
const perfect = 0.98;
const odd = { estimate: 0.945, lower: 0.88 };
/** Lower bounds of the AUC alone that a telling name needs to be set aside. */
const withSureName = 0.65;
const withLikelyName = 0.75;

export interface AloneFacts {
  readonly codes: Uint8Array;
  readonly labels: Uint8Array;
  readonly column: Column | undefined;
  /** What in its name is suspect; null where it is known that its values were there before. */
  readonly word: LeakWord | null;
}

/** What is suspect of one attribute by itself. */
export function judgeAlone(grid: AttributeGrid, { codes, labels, column, word }: AloneFacts): SuspectedLeak | null {
  const { attribute } = grid;
  const size = grid.binCount + 2;
  const counts = countCodes(codes, { labels, size });
  const say = (severity: SuspectedLeak['severity'], [kind, what, evidence]: Reason): SuspectedLeak => ({
    attribute,
    kind,
    severity,
    detail: `${attribute} ${what}.`,
    evidence,
  });
  const named = word === null ? {} : { word: word.word };
  const hits = sum(counts.positives);
  if (Math.min(hits, labels.length - hits) < leastRarer) return word === null ? null : say('mention', byName(word));
  const quick = crossFittedAuc(codes, { labels, size });
  const data: AloneData = { codes, labels, size, column };
  const auc = quick >= worthALook ? aloneAuc(data) : { estimate: quick, lower: 0, upper: quick };
  const evidence = { auc, ...named };
  const separates = `separates the outcome almost alone (${said(auc)} on accounts left out)`;
  if (isClear(auc)) return say('set aside', ['separates', separates, evidence]);
  const filling: Filling = { counts, missing: grid.binCount + 1 };
  const oneClass = describeOneSided(filling, 'clear');
  if (oneClass !== null) return say('set aside', ['filling', oneClass.what, { ...evidence, used: oneClass.used }]);
  const partly = whereFilled(data, { missing: grid.binCount + 1, counts: counts.accounts });
  if (partly !== null) return say('set aside', ['separates', partly.what, { auc: partly.auc, ...named }]);
  if (word !== null && auc.lower >= (word.isSure ? withSureName : withLikelyName)) {
    const tells = `tells much of the outcome by itself (${said(auc)} on accounts left out) and its name says “${word.word}”`;
    return say('set aside', ['name', tells, evidence]);
  }
  const determined = determinedShare(counts);
  const decides = `has values that decide the outcome by themselves, for ${percent(determined)} of the rarer class`;
  if (determined >= 0.5) return say('set aside', ['separates', decides, evidence]);
  // The ends of an order decide where it separates well: that is no more than its AUC says.
  if (determined >= 0.2 && grid.kind !== 'numeric') return say('mention', ['separates', decides, evidence]);
  if (auc.estimate >= odd.estimate && auc.lower >= odd.lower) return say('mention', ['separates', separates, evidence]);
  const uneven = describeFilling(filling) ?? describeOneSided(filling, 'likely');
  if (uneven !== null) return say('mention', ['filling', uneven.what, { ...evidence, used: uneven.used }]);
  return word === null || (!word.isSure && auc.estimate < worthALook) ? null : say('mention', byName(word, evidence));
}

type Reason = readonly [LeakKind, string, LeakEvidence];

function byName({ word }: LeakWord, evidence: LeakEvidence = { word }): Reason {
  return ['name', `has “${word}” in its name: make sure that it was known before the outcome`, evidence];
}

/** So sure that it is set aside. */
export function isClear({ estimate, lower }: Interval): boolean {
  return estimate >= perfect || (estimate >= clear.estimate && lower >= clear.lower);
}

/** `AUC 0.981, 0.970–0.988`. */
export function said({ estimate, lower, upper }: Interval): string {
  return `AUC ${estimate.toFixed(3)}, ${lower.toFixed(3)}–${upper.toFixed(3)}`;
}

/** A value that is there for some accounts of either class, and gives those away. */
function whereFilled(data: AloneData, { missing, counts }: { missing: number; counts: Float64Array }) {
  const filled = 1 - counts[missing] / data.codes.length;
  if (filled > 0.98 || filled < 0.02) return null;
  let [hits, others] = [0, 0];
  data.codes.forEach((code, row) => {
    if (code === missing) return;
    if (data.labels[row] === 1) hits++;
    else others++;
  });
  if (Math.min(hits, others) < leastRarer) return null;
  const auc = aloneAuc(data, (row) => data.codes[row] !== missing);
  if (!isClear(auc)) return null;
  return {
    auc,
    what: `separates the outcome almost alone where it is filled in (${percent(filled)} of the accounts; ${said(auc)} on accounts left out)`,
  };
}

/** The share of the rarer class that stands in values which hold practically nothing else. */
function determinedShare({ accounts, positives }: Filling['counts']): number {
  const [hits, all] = [sum(positives), sum(accounts)];
  const rarer = 2 * hits <= all ? positives : accounts.map((count, code) => count - positives[code]);
  const isPure = (code: number) =>
    accounts[code] >= 20 &&
    rarer[code] >= 0.98 * accounts[code] &&
    wilsonInterval(rarer[code], accounts[code]).lower > 0.9;
  return sum(rarer.filter((_, code) => isPure(code))) / Math.min(hits, all - hits);
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.01 ? 1 : 0)} %`;
}
