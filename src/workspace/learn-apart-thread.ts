import { parentPort, workerData } from 'node:worker_threads';
import { AssayError } from '../errors.js';
import type { ApartLearning, ApartNews } from './learn-apart.js';
import { learnProfile } from './learn-profile.js';

/** The thread of `learnApart`: learns what it is given, tells how far it is and what it found, and ends. */
const { source, options } = workerData as ApartLearning;
const tell = (news: ApartNews) => parentPort?.postMessage(news);
try {
  const learned = await learnProfile(typeof source === 'string' ? source : { ...source, now: () => source.now }, {
    ...options,
    onProgress: (stage) => tell({ kind: 'progress', stage }),
  });
  tell({ kind: 'learned', learned });
} catch (error) {
  if (!(error instanceof AssayError)) throw error;
  const { code, message, hint, place } = error;
  tell({ kind: 'refused', code, message, hint, place });
}
