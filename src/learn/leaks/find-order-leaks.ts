import type { Interval } from '../../model/estimate.js';
import type { SuspectedLeak } from '../../model/leak.js';
import { aucInterval } from '../../stats/auc-interval.js';
import { crossFittedAuc } from '../cross-fitted-auc.js';

/** Lower bound of the AUC from which the order is no drift in time but the outcome. */
const ordered = 0.8;
const mostPrefixes = 20;
const leastRarer = 10;
/** So many accounts show an order. */
const enoughAccounts = 20_000;

/**
 * Whether the rows, or the ids, stand in the order of the outcome: the file was put together of two lists, or sorted. Nothing is
 * learnt from either, but the lists may differ in more than the outcome, and a hold-out by the order of rows judges nothing.
 * @param from `labels` and `ids` in the order of the file; `id`: how the ids are called.
 */
export function findOrderLeaks(from: {
  readonly labels: Uint8Array;
  /** The id of a row. */
  readonly ids?: (row: number) => string | null;
  readonly id?: string;
}): SuspectedLeak[] {
  const { ids: idOf, id = 'the id' } = from;
  const stride = Math.max(1, Math.floor(from.labels.length / enoughAccounts));
  const taken = Int32Array.from({ length: Math.ceil(from.labels.length / stride) }, (_, i) => i * stride);
  const labels = Uint8Array.from(taken, (row) => from.labels[row]);
  const hits = labels.reduce((sum, label) => sum + label, 0);
  if (Math.min(hits, labels.length - hits) < leastRarer) return [];
  const rows = separation(Float64Array.from(labels.keys()), labels);
  const found: SuspectedLeak[] = [];
  const say = (attribute: string, { what, auc }: { what: string; auc: Interval }) => {
    if (auc.lower < ordered) return;
    const detail = `${what} (AUC ${auc.estimate.toFixed(3)}): the accounts may be two lists put together, which differ in more than the outcome.`;
    found.push({ attribute, kind: 'order', severity: 'mention', detail, evidence: { auc } });
  };
  say('order of rows', { what: 'The rows stand in the order of the outcome', auc: rows });
  if (idOf === undefined) return found;
  const ids = Array.from(taken, (row) => idOf(row) ?? '');
  const numbers = Float64Array.from(ids, (own) => Number(/(\d{1,15})\D*$/.exec(own)?.[1] ?? 0));
  say(id, { what: `${id} runs with the outcome`, auc: separation(numbers, labels) });
  const prefixes = ids.map((own) => /^[^\d]*/.exec(own)?.[0] ?? '');
  const distinct = [...new Set(prefixes)];
  if (distinct.length > mostPrefixes || distinct.length < 2 || found.some(({ attribute }) => attribute === id))
    return found;
  const codes = Uint8Array.from(prefixes, (prefix) => distinct.indexOf(prefix));
  const estimate = crossFittedAuc(codes, { labels, size: distinct.length });
  say(id, { what: `The first letters of ${id} tell the outcome`, auc: { estimate, lower: estimate, upper: estimate } });
  return found;
}

function separation(values: Float64Array, labels: Uint8Array): Interval {
  const up = aucInterval(values, labels);
  return up.estimate >= 0.5 ? up : { estimate: 1 - up.estimate, lower: 1 - up.upper, upper: 1 - up.lower };
}
