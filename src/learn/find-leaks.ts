import { wilsonInterval } from '../stats/wilson-interval.js';
import { type CodeCounts, countCodes } from './count-codes.js';
import { crossFittedAuc } from './cross-fitted-auc.js';
import type { AttributeGrid, CodedTable } from './grid.js';
import { leakWord } from './leak-names.js';

/** An attribute that may have been written after the outcome. */
export interface SuspectedLeak {
  readonly attribute: string;
  /** `set aside`: must not be learnt from unless a person insists; `mention`: worth a look. */
  readonly severity: 'set aside' | 'mention';
  /** Why, in one sentence with its numbers. */
  readonly detail: string;
}

/** Fewer of the rarer class cannot tell a leak from luck. */
const leastRarer = 10;
const separatesAlone = 0.98;
/** What a telling name needs beside it to be set aside. */
const separatesWithName = 0.9;
/** A separation that is worth a look whatever the name. */
const separatesOddly = 0.95;

/**
 * Attributes that give the outcome away: they separate it almost alone, or are filled in (or empty) for one class only, or
 * have a name for something known afterwards. A held-out set cannot show this, because the leak is in it too.
 * @param from `outcome`: name of the outcome column, whose words in another name are suspect; `isAsOf`: whether an
 * attribute is known to have been there before the outcome, so that its name alone says nothing.
 * @returns at most one entry for each attribute, in the order of the grids.
 */
export function findLeaks(from: {
  readonly coded: CodedTable;
  /** 1 where the account had the outcome. */
  readonly labels: Uint8Array;
  readonly outcome?: string;
  readonly isAsOf?: (attribute: string) => boolean;
}): SuspectedLeak[] {
  const { coded, labels, outcome, isAsOf = () => false } = from;
  const worst = new Map<string, SuspectedLeak>();
  coded.grids.forEach((grid, g) => {
    const leak = judge(grid, { codes: coded.codes[g], labels, outcome, isAsOf: isAsOf(grid.attribute) });
    const known = worst.get(grid.attribute);
    if (leak !== null && known?.severity !== 'set aside') {
      if (known === undefined || leak.severity === 'set aside') worst.set(grid.attribute, leak);
    }
  });
  return [...worst.values()];
}

interface Facts {
  readonly codes: Uint8Array;
  readonly labels: Uint8Array;
  readonly outcome: string | undefined;
  readonly isAsOf: boolean;
}

function judge(grid: AttributeGrid, { codes, labels, outcome, isAsOf }: Facts): SuspectedLeak | null {
  const { attribute } = grid;
  const size = grid.binCount + 2;
  const counts = countCodes(codes, { labels, size });
  const word = isAsOf ? null : leakWord(attribute, outcome);
  const say = (severity: SuspectedLeak['severity'], what: string) => ({
    attribute,
    severity,
    detail: `${attribute} ${what}.`,
  });
  const hits = sum(counts.positives);
  if (Math.min(hits, labels.length - hits) >= leastRarer) {
    const auc = crossFittedAuc(codes, { labels, size });
    const separates = `separates the outcome almost alone (AUC ${auc.toFixed(3)} on accounts left out)`;
    if (auc >= separatesAlone) return say('set aside', separates);
    const oneClass = usedForOneClass(grid, counts);
    if (oneClass !== null) return say('set aside', oneClass);
    if (word !== null && auc >= separatesWithName) return say('set aside', `${separates} and its name says “${word}”`);
    const determined = determinedShare(counts);
    const decides = `has values that decide the outcome by themselves, for ${percent(determined)} of the rarer class`;
    if (determined >= 0.5) return say('set aside', decides);
    if (determined >= 0.2) return say('mention', decides);
    if (auc >= separatesOddly) return say('mention', separates);
    const uneven = filledUnevenly(grid, counts);
    if (uneven !== null) return say('mention', uneven);
  }
  return word === null
    ? null
    : say('mention', `has “${word}” in its name: make sure that it was known before the outcome`);
}

/** How many accounts of each class have more than the code that stands for emptiness: missing, or a value so frequent that it may be the default (`0`, `None`). */
interface Use {
  readonly having: { readonly accounts: number; readonly filled: number };
  readonly lacking: { readonly accounts: number; readonly filled: number };
}

function countUse({ accounts, positives }: CodeCounts, empty: number): Use {
  const hits = sum(positives);
  const others = sum(accounts) - hits;
  return {
    having: { accounts: hits, filled: hits - positives[empty] },
    lacking: { accounts: others, filled: others - (accounts[empty] - positives[empty]) },
  };
}

/**
 * In use for a good part of one class and for practically none of the other. Judged on the bounds of the two shares, so
 * that few accounts do not look like a law. A default value proves less than an empty cell, so it must be clearer.
 */
function usedForOneClass(grid: AttributeGrid, counts: CodeCounts): string | null {
  const missing = grid.binCount + 1;
  const commonest = counts.accounts.indexOf(Math.max(...counts.accounts));
  return (
    oneSided(countUse(counts, missing), { most: 0.01, least: 0.1, verb: 'is filled in' }) ??
    oneSided(countUse(counts, commonest), { most: 0.005, least: 0.3, verb: 'departs from its commonest value' })
  );
}

function oneSided({ having, lacking }: Use, limit: { most: number; least: number; verb: string }): string | null {
  const sides = [
    { used: having, unused: lacking, which: 'with' },
    { used: lacking, unused: having, which: 'without' },
  ];
  for (const { used, unused, which } of sides) {
    const often = wilsonInterval(used.filled, used.accounts);
    const hardly = wilsonInterval(unused.filled, unused.accounts);
    if (hardly.estimate > limit.most || often.lower < Math.max(limit.least, 3 * hardly.upper)) continue;
    return (
      `${limit.verb} for ${percent(often.estimate)} of the accounts ${which} the outcome ` +
      `and for ${percent(hardly.estimate)} of the others`
    );
  }
  return null;
}

/** The share of the rarer class that stands in values which hold practically nothing else. */
function determinedShare({ accounts, positives }: CodeCounts): number {
  const [hits, all] = [sum(positives), sum(accounts)];
  const rarer = 2 * hits <= all ? positives : accounts.map((count, code) => count - positives[code]);
  const isPure = (code: number) =>
    accounts[code] >= 20 &&
    rarer[code] >= 0.98 * accounts[code] &&
    wilsonInterval(rarer[code], accounts[code]).lower > 0.9;
  return sum(rarer.filter((_, code) => isPure(code))) / Math.min(hits, all - hits);
}

function filledUnevenly(grid: AttributeGrid, counts: CodeCounts): string | null {
  const { having, lacking } = countUse(counts, grid.binCount + 1);
  const [a, b] = [wilsonInterval(having.filled, having.accounts), wilsonInterval(lacking.filled, lacking.accounts)];
  if (Math.max(a.lower - b.upper, b.lower - a.upper) < 0.4) return null;
  return `is filled in for ${percent(a.estimate)} of the accounts with the outcome and for ${percent(b.estimate)} of the others`;
}

function sum(counts: Float64Array): number {
  return counts.reduce((total, count) => total + count, 0);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0 && share < 0.01 ? 1 : 0)} %`;
}
