import { parentPort, workerData } from 'node:worker_threads';
import { learnPart, takeData } from './learn-part.js';
import type { PartsRequest } from './learn-parts.js';

/** The second thread of {@link learnParts}: learns what it is given, says of each part what it found, and ends. */
const { data, parts } = workerData as PartsRequest;
for (const rows of parts) parentPort?.postMessage(learnPart(rows === null ? data : takeData(data, rows)));
