/** What runs in the process apart: reads one file and writes the table, or the error, to file descriptor 3. */
import { createWriteStream } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { AssayError } from '../../errors.js';
import { readFileSlices } from '../read-file.js';
import { packTable } from './pack-table.js';
import type { ApartAnswer, ApartRequest } from './protocol.js';

/** Reading does not come back to the event loop, so the memory is watched from another thread. */
const watch = `const { workerData } = require('node:worker_threads');
setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 20);`;

async function answer({ path, options, largestBytes }: ApartRequest): Promise<Iterable<Uint8Array>> {
  try {
    const { header, parts } = packTable(await readFileSlices(path, { ...options, largestBytes }));
    return joined(frame({ kind: 'table', header }), parts);
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    const { code, message, hint, place } = error;
    return frame({ kind: 'error', code, message, hint, place });
  }
}

function* joined(head: Iterable<Uint8Array>, rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield* head;
  yield* rest;
}

/** Length of the JSON text, and the text. */
function frame(head: ApartAnswer): Buffer[] {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return [length, text];
}

const request: ApartRequest = JSON.parse(process.argv[2]);
new Worker(watch, { eval: true, workerData: request.maxMemoryMb * 1024 * 1024 }).unref();
const out = createWriteStream('', { fd: 3 });
for (const part of await answer(request)) {
  if (!out.write(part)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
}
out.end();
