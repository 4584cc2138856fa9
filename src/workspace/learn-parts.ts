import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { AccountSplit } from '../validate/account-split.js';
import { listRounds } from '../validate/list-rounds.js';
import { type LearningData, type LearntPart, learnPart, takeData } from './learn-part.js';
import type { ProgressOptions } from './progress.js';

/** Rows to learn from, or null for all of them. */
export type PartRows = Int32Array | null;

/** What the second thread is given. */
export interface PartsRequest {
  readonly data: LearningData;
  readonly parts: readonly PartRows[];
}

/** Learnings that a proof and a publication need; absent where they have not been made. */
export interface LearntParts {
  /** One for each round of the split. */
  readonly rounds?: readonly LearntPart[];
  /** From all accounts, when they have been learnt from: the second thread may still be at it. Null: it broke down. */
  readonly whole?: Promise<LearntPart | null>;
}

/** Accounts times columns under which a second thread takes longer to start than it saves. */
const leastCells = 5000;

/**
 * Learns each round of a split and all accounts, on two threads. Every learning is made by one of them alone, so that what
 * it finds does not depend on the machine.
 * @returns `{}` where a second thread would not help or is not to be had: then each is learnt when it is needed.
 */
export async function learnParts(
  data: LearningData,
  { split, onProgress }: { split: AccountSplit } & ProgressOptions,
): Promise<LearntParts> {
  const rounds = listRounds(split);
  // From the sources (tests, development) a thread would have to compile them first.
  const isBuilt = import.meta.url.endsWith('.js');
  if (!isBuilt || rounds.length === 0 || availableParallelism() < 2) return {};
  if (data.rowCount * data.columns.length < leastCells) return {};
  // All accounts are the longest part; of several rounds the second thread takes the last ones too.
  const own = Math.ceil((rounds.length + 1) / 2);
  const apart = [null, ...rounds.slice(own).map(({ learnt }) => learnt)];
  const [whole, ...others] = learnApart({ data: plainData(data), parts: apart });
  const here: LearntPart[] = [];
  for (const [i, { learnt }] of rounds.slice(0, own).entries()) {
    onProgress?.(own > 1 ? `learning, part ${i + 1} of ${own} on each of two threads` : 'learning on two threads');
    here.push(learnPart(takeData(data, learnt)));
    // Progress is drawn, and a second thread that has broken down is heard of, between parts.
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const [i, other] of others.entries())
    here.push((await other) ?? learnPart(takeData(data, rounds[own + i].learnt)));
  return { rounds: here, whole };
}

/** @returns what each part taught, as it comes; null from where the second thread breaks down, for want of memory say: the first can do without. */
function learnApart(request: PartsRequest): Promise<LearntPart | null>[] {
  const waiting: ((part: LearntPart | null) => void)[] = [];
  const promises = request.parts.map(() => new Promise<LearntPart | null>((resolve) => waiting.push(resolve)));
  const giveUp = () => {
    for (const resolve of waiting.splice(0)) resolve(null);
  };
  try {
    const worker = new Worker(new URL('./learn-thread.js', import.meta.url), { workerData: request });
    worker.on('message', (part: LearntPart) => waiting.shift()?.(part));
    worker.once('error', giveUp);
    worker.once('exit', giveUp);
  } catch {
    giveUp();
  }
  return promises;
}

/** Only what a thread can be handed. */
function plainData(data: LearningData): LearningData {
  const { columns, labels, rowCount, groups, order, seed, length, wishes, beliefs, coded } = data;
  return {
    columns,
    labels,
    rowCount,
    groups,
    order,
    seed,
    ...(length === undefined ? {} : { length }),
    ...(wishes === undefined ? {} : { wishes }),
    ...(beliefs === undefined ? {} : { beliefs }),
    ...(coded === undefined ? {} : { coded }),
  };
}
