import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { AssayError } from '../errors.js';
import type { RawTable } from '../model/table.js';
import { PipeReader } from './apart/pipe-reader.js';
import type { ApartAnswer, ApartRequest } from './apart/protocol.js';
import { unpackTable } from './apart/unpack-table.js';
import type { ReadOptions } from './read-file.js';

export interface ApartLimits {
  /** Memory of the reading process as a whole (resident, in MiB). A file, unpacked, may take half of it. */
  readonly maxMemoryMb?: number | undefined;
  readonly maxSeconds?: number | undefined;
}

const usualMemoryMb = 1024;
const usualSeconds = 300;

/**
 * Reads a file as {@link readFile} does, but in a process of its own, which is killed when it takes too much memory or
 * time: a file that was made to do harm, or a fault in a parser, ends in an error and takes nothing with it.
 * @throws AssayError what readFile throws; FILE_TOO_LARGE where a limit was met; FILE_UNREADABLE where the reader broke down.
 */
export async function readFileApart(path: string, options: ReadOptions & ApartLimits = {}): Promise<RawTable> {
  const { maxMemoryMb = usualMemoryMb, maxSeconds = usualSeconds, ...readOptions } = options;
  const request: ApartRequest = {
    path,
    options: readOptions,
    maxMemoryMb,
    largestBytes: Math.min(readOptions.largestBytes ?? Number.POSITIVE_INFINITY, maxMemoryMb * 512 * 1024),
  };
  const child = start(request);
  const ended = endOf(child);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, maxSeconds * 1000);
  try {
    return await receive(child);
  } catch (cause) {
    if (cause instanceof AssayError) throw cause;
    const end = await ended;
    if (isLate) throw tooMuch(path, `takes more than ${maxSeconds} seconds to read`);
    if (isOutOfMemory(end)) throw tooMuch(path, `takes more than ${maxMemoryMb} MB of memory to read`);
    throw new AssayError('FILE_UNREADABLE', {
      detail: `${path}: the reader broke down (${end.trouble || `exit ${end.code ?? end.signal}`}).`,
      hint: 'This is a fault of Assay; please report it. Nothing was imported.',
      place: { file: path },
      cause,
    });
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

function start(request: ApartRequest): ChildProcess {
  // From the sources (tests, development) the child is TypeScript too.
  const isSource = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(new URL(`./apart/child.${isSource ? 'ts' : 'js'}`, import.meta.url));
  const flags = [`--max-old-space-size=${request.maxMemoryMb}`, '--max-semi-space-size=64'];
  const loader = isSource ? ['--import', 'tsx'] : [];
  return spawn(process.execPath, [...flags, ...loader, entry, JSON.stringify(request)], {
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
}

async function receive(child: ChildProcess): Promise<RawTable> {
  const pipe = new PipeReader(child.stdio[3] as Readable);
  const length = Buffer.from(await pipe.take(4)).readUInt32LE();
  const answer: ApartAnswer = JSON.parse(Buffer.from(await pipe.take(length)).toString('utf8'));
  if (answer.kind === 'table') return await unpackTable(answer.header, pipe);
  const { code, message, hint, place } = answer;
  throw new AssayError(code, { detail: message, hint, place });
}

interface End {
  readonly code: number | null;
  readonly signal: string | null;
  /** The last line of what it said on its error output. */
  readonly trouble: string;
}

function endOf(child: ChildProcess): Promise<End> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-20_000);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, trouble: error.message }));
    child.once('close', (code, signal) => {
      const trouble = /^(?:[A-Z]\w*)?Error.*$/m.exec(said)?.[0] ?? '';
      resolve({ code, signal, trouble: said.includes('heap out of memory') ? 'heap out of memory' : trouble });
    });
  });
}

/** The watching thread and the kernel kill; V8 aborts. */
function isOutOfMemory({ signal, trouble }: End): boolean {
  return (
    signal === 'SIGKILL' || trouble === 'heap out of memory' || /ERR_BUFFER_TOO_LARGE|allocation failed/i.test(trouble)
  );
}

function tooMuch(path: string, what: string): AssayError {
  return new AssayError('FILE_TOO_LARGE', {
    detail: `${path} ${what}.`,
    hint: 'Split it and import the parts under names of their own (deals-1.csv, deals-2.csv): their rows count together. Or leave out columns, or raise the limit.',
    place: { file: path },
  });
}
