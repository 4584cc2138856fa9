import { nameTokens } from '../../intake/typing/name-tokens.js';
import type { AuditFinding, AuditNumber } from '../../model/audit.js';
import type { Column } from '../../model/table.js';
import { rateRatioInterval } from '../../stats/rate-ratio-interval.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';
import { intervalNumber, sayCount, sayInterval, sayShare } from './say-number.js';

export interface WorkedRequest {
  /** Every column of the file, whether it is learnt from or not. */
  readonly columns: readonly Column[];
  /** 1, 0, or 255 where the outcome is not known. */
  readonly labels: Uint8Array;
  /** Tier of each account; -1 without one. Absent: no tiers. */
  readonly tiers?: { readonly names: readonly string[]; readonly of: Int8Array };
}

const activity =
  /^(activity|activities|touch|touches|touchpoints|contacted|calls?|called|emails?|meetings?|worked|outreach|dials?|cadence|sequence|sequenced|followups?|attempts?|visits?)$/;
const people =
  /^(owner|rep|representative|salesperson|assignee|assigned|sdr|bdr|ae|agent|verkaeufer|betreuer|proprietaire)$/;
/** What the prospects do, not the seller. */
const theirs =
  /^(opened|clicked|click|clicks|replied|web|website|site|page|pages|support|tickets?|address|domain|inbound|company|house|home|car|vehicle|property|pet|business)$/;
const nothing = /^(0|no|none|never|false|unassigned|not contacted|n|nobody|no owner|nan|null|)$/i;

const leastUnworked = 20;
const leastShare = 0.02;
/** The unworked have the outcome at most this fraction as often: what is learnt is who was worked. */
const mostRatio = 0.5;

/**
 * Columns that say who was worked (an owner, an activity), empty for some accounts, where those accounts hardly ever have the
 * outcome: an account that nobody called could not be won, and counts as a loss of its kind.
 */
export function findOnlyWorked(request: WorkedRequest): AuditFinding[] {
  return request.columns.flatMap((column) => {
    const words = nameTokens(column.name);
    if (!words.some((word) => activity.test(word) || people.test(word)) || words.some((word) => theirs.test(word)))
      return [];
    const finding = judge(column, request);
    return finding === null ? [] : [finding];
  });
}

function judge(column: Column, { labels, tiers }: WorkedRequest): AuditFinding | null {
  const isWorked = workedRows(column);
  if (isWorked === null) return null;
  const count = { all: [0, 0], known: [0, 0], won: [0, 0] };
  for (let row = 0; row < labels.length; row++) {
    const side = isWorked[row];
    count.all[side]++;
    if (labels[row] === 255) continue;
    count.known[side]++;
    count.won[side] += labels[row];
  }
  const unworkedShare = count.all[0] / labels.length;
  if (count.all[0] < leastUnworked || count.all[1] < leastUnworked || unworkedShare < leastShare) return null;
  const ratio = rateRatioInterval({
    positives: count.won[0],
    accounts: count.known[0],
    otherPositives: count.won[1],
    otherAccounts: count.known[1],
  });
  const isLost = count.known[0] >= leastUnworked && ratio.upper < mostRatio;
  const knownShares = [0, 1].map((side) => count.known[side] / count.all[side]);
  const isUnknown = knownShares[0] < mostRatio * knownShares[1];
  if (!isLost && !isUnknown) return null;
  const rates = [0, 1].map((side) => wilsonInterval(count.won[side], count.known[side]));
  const said = isLost
    ? `Of these ${sayInterval(rates[0])} had the outcome, of the others ${sayInterval(rates[1])}: accounts that nobody worked stand among the losses, and what is learnt is in part who was worked.`
    : `The outcome is known of ${sayShare(knownShares[0])} of these and of ${sayShare(knownShares[1])} of the others: only accounts that somebody chose to work are learnt from.`;
  const byTier = contactRates(isWorked, tiers);
  return {
    kind: 'only worked',
    severity: isLost && unworkedShare >= 0.1 ? 'grave' : 'caution',
    about: column.name,
    finding: `${column.name} is empty or nought for ${sayCount(count.all[0])} accounts (${sayShare(unworkedShare)}). ${said}${sayTiers(byTier)}`,
    advice: isLost
      ? `Learn from worked accounts only: take out the rows where ${column.name} is empty, and leave the column itself out (--exclude).`
      : 'Work a few accounts of each tier that are drawn by chance (assay experiment plan): their outcomes tell what the others would have come to.',
    numbers: [
      { name: 'unworked accounts', value: count.all[0] },
      { name: 'unworked share', value: unworkedShare },
      ...(count.known[0] > 0 ? [intervalNumber('rate unworked', rates[0])] : []),
      ...(count.known[1] > 0 ? [intervalNumber('rate worked', rates[1])] : []),
      { name: 'outcome known of unworked', value: knownShares[0] },
      { name: 'outcome known of worked', value: knownShares[1] },
      ...byTier,
    ],
  };
}

/** 1 where somebody worked the account; null for a column that cannot say. */
function workedRows(column: Column): Uint8Array | null {
  if (column.type === 'number')
    return Uint8Array.from(column.values, (value) => Number(!Number.isNaN(value) && value !== 0));
  if (column.type === 'date') return Uint8Array.from(column.values, (value) => Number(!Number.isNaN(value)));
  if (column.type === 'set') return column.missing.map((missing) => 1 - missing);
  const isNothing = column.labels.map((label) => nothing.test(label.trim()));
  return Uint8Array.from(column.codes, (code) => Number(code >= 0 && !isNothing[code]));
}

function contactRates(isWorked: Uint8Array, tiers: WorkedRequest['tiers']): AuditNumber[] {
  if (tiers === undefined) return [];
  return tiers.names.flatMap((name, tier) => {
    let [accounts, worked] = [0, 0];
    for (let row = 0; row < isWorked.length; row++) {
      if (tiers.of[row] !== tier) continue;
      accounts++;
      worked += isWorked[row];
    }
    return accounts === 0 ? [] : [intervalNumber(`worked of tier ${name}`, wilsonInterval(worked, accounts))];
  });
}

function sayTiers(byTier: readonly AuditNumber[]): string {
  if (byTier.length === 0) return '';
  return ` Worked by tier: ${byTier.map(({ name, value }) => `${name.replace('worked of tier ', '')} ${sayShare(value)}`).join(', ')}.`;
}
