import { type AccountSplit, outsideFold } from './account-split.js';

/**
 * Holds out the latest `share` of the accounts whose moment is known. Equal moments fall on one side, the side that
 * brings the held-out share nearest to what was asked. Unknown moments, and late accounts of groups that began before
 * the cut, are neither learnt from nor judged: an account without a time could be later than those it would help to judge.
 */
export function cutLatest(request: {
  readonly groups: Int32Array;
  readonly moments: Float64Array;
  readonly share: number;
  readonly method: 'time' | 'order';
}): AccountSplit {
  const { groups, moments, share, method } = request;
  const known = moments.filter((moment) => !Number.isNaN(moment)).sort();
  const cut = chooseCut(known, share);
  const learnt = new Set<number>();
  for (let row = 0; row < groups.length; row++) if (moments[row] < cut) learnt.add(groups[row]);
  const counts = { judged: 0, untimed: 0, straddling: 0 };
  const fold = Uint8Array.from(groups, (group, row) => {
    if (moments[row] < cut) return 0;
    const kind = Number.isNaN(moments[row]) ? 'untimed' : learnt.has(group) ? 'straddling' : 'judged';
    counts[kind]++;
    return kind === 'judged' ? 1 : outsideFold;
  });
  const heldOutShare = groups.length === 0 ? 0 : counts.judged / groups.length;
  return {
    fold,
    split: { method, heldOutShare, description: describe({ ...counts, method, cut, total: groups.length }) },
  };
}

/** The first moment that is held out: the border, among those between two different moments, nearest to the asked share. */
function chooseCut(known: Float64Array, share: number): number {
  if (known.length === 0) return Number.POSITIVE_INFINITY;
  const wanted = Math.min(known.length - 1, Math.max(0, Math.round(known.length * (1 - share))));
  let from = wanted;
  while (from > 0 && known[from - 1] === known[wanted]) from--;
  let to = wanted;
  while (to < known.length && known[to] === known[wanted]) to++;
  const start = from === 0 || (to < known.length && to - wanted < wanted - from) ? to : from;
  return start < known.length ? known[start] : Number.POSITIVE_INFINITY;
}

function describe(about: {
  judged: number;
  untimed: number;
  straddling: number;
  method: 'time' | 'order';
  cut: number;
  total: number;
}): string {
  const what = about.method === 'time' ? 'The latest' : 'The last';
  const from = about.method === 'time' && Number.isFinite(about.cut) ? `, from ${formatDay(about.cut)} on,` : '';
  const order = about.method === 'order' ? ' (in the order of the file)' : '';
  const outside = [
    about.straddling > 0 ? `${about.straddling} later accounts of groups that had been learnt from` : '',
    about.untimed > 0 ? `${about.untimed} accounts without a time` : '',
  ].filter((part) => part !== '');
  const apart = outside.length > 0 ? ` ${outside.join(' and ')} were neither learnt from nor judged.` : '';
  return `${what} ${about.judged} of ${about.total} accounts${from}${order} were kept out of learning.${apart}`;
}

/** Moments are milliseconds; numbers too large for a date are shown as they are. */
function formatDay(moment: number): string {
  return Math.abs(moment) <= 8.64e15 ? new Date(moment).toISOString().slice(0, 10) : String(moment);
}
