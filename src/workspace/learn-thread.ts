import { parentPort, workerData } from 'node:worker_threads';
import { learnPart, takeData } from './learn-part.js';
import type { PartsRequest } from './learn-parts.js';

/** The second thread of {@link learnParts}: learns what it is given, says what it found, and ends. */
const { data, parts } = workerData as PartsRequest;
parentPort?.postMessage(parts.map((rows) => learnPart(rows === null ? data : takeData(data, rows))));
