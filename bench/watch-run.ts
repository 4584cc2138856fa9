import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface WatchedRun {
  readonly seconds: number;
  /** Of the process and all that it started, together; null where the system does not tell. */
  readonly cpuSeconds: number | null;
  readonly peakMb: number | null;
}

/**
 * Runs a program of Node and watches it: the resident memory of the whole tree of processes is added up 40 times a
 * second. Pages that processes share count once in each, so the sum is rather too high.
 * @throws Error where it does not end with 0.
 */
export async function watchRun(argv: readonly string[]): Promise<WatchedRun> {
  const before = childCpu();
  const started = performance.now();
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeBytes(child.pid ?? 0));
  }, 25);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${said}`);
  const after = childCpu();
  return {
    seconds,
    cpuSeconds: before === null || after === null ? null : after - before,
    peakMb: peak === 0 ? null : peak / 1024 / 1024,
  };
}

/** Seconds of processor time of all children that have ended, and of theirs. */
function childCpu(): number | null {
  const fields = read('/proc/self/stat')
    ?.replace(/^.*\) /s, '')
    .split(' ');
  // 16 and 17 in proc(5), which counts the two fields before; in hundredths of a second.
  return fields === undefined ? null : (Number(fields[13]) + Number(fields[14])) / 100;
}

function treeBytes(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  if (status === null) return 0;
  const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  const children = read(`/proc/${pid}/task/${pid}/children`)?.trim().split(' ') ?? [];
  return children.filter((child) => child !== '').reduce((sum, child) => sum + treeBytes(Number(child)), own);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
