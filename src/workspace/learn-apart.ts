import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { AssayError, type ErrorCode, type Place } from '../errors.js';
import type { AccountsSource } from './accounts-input.js';
import { learnProfile } from './learn-profile.js';
import type { LearnedProfile, LearnOptions } from './learned-profile.js';

/** What the thread apart is given. */
export interface ApartLearning {
  readonly source: string | { readonly workspace: string; readonly asOf?: string; readonly now: Date };
  readonly options: Omit<LearnOptions, 'onProgress'>;
}

/** What it tells. */
export type ApartNews =
  | { readonly kind: 'progress'; readonly stage: string }
  | { readonly kind: 'learned'; readonly learned: LearnedProfile }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly hint: string;
      readonly place: Place;
    };

/** Smaller files are learnt from before anybody could interrupt it, and a thread takes longer to start than that. */
const leastBytes = 500_000;

/**
 * As {@link learnProfile}, but for what may take long on a thread of its own: whoever called stays awake, draws progress, and
 * can end the process at once when a person asks for it.
 * @throws AssayError as learnProfile does.
 */
export async function learnApart(source: AccountsSource, options: LearnOptions): Promise<LearnedProfile> {
  // From the sources (tests, development) a thread would have to compile them first.
  const isBuilt = import.meta.url.endsWith('.js');
  if (!isBuilt || !(await mayTakeLong(source))) return learnProfile(source, options);
  const { onProgress, ...plain } = options;
  const request: ApartLearning = {
    source: typeof source === 'string' ? source : { ...source, now: source.now() },
    options: plain,
  };
  const worker = new Worker(new URL('./learn-apart-thread.js', import.meta.url), { workerData: request });
  return new Promise((resolve, reject) => {
    worker.on('message', (news: ApartNews) => {
      if (news.kind === 'progress') onProgress?.(news.stage);
      else if (news.kind === 'learned') resolve(news.learned);
      else reject(new AssayError(news.code, { detail: news.message, hint: news.hint, place: news.place }));
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread that learns ended with ${code}.`)));
  });
}

/** How large a workspace is nobody knows before it is read. */
async function mayTakeLong(source: AccountsSource): Promise<boolean> {
  if (typeof source !== 'string') return true;
  try {
    return (await stat(source)).size >= leastBytes;
  } catch {
    // That it cannot be read is said by whoever reads it.
    return false;
  }
}
