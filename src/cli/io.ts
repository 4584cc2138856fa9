import pc from 'picocolors';

/** The terminal as the commands see it: data to `out`, everything else to `note`. */
export interface Io {
  /** Writes data to stdout, ending it with a newline. */
  out(text: string): void;
  /** Writes a line to stderr; dropped by --quiet. */
  note(text: string): void;
  /** Writes an error to stderr, whatever --quiet says. */
  error(text: string): void;
  /** Tells a stage of a longer job on stderr, once the job has taken a second. */
  progress(stage: string): void;
  readonly width: number;
  readonly color: boolean;
}

export interface Streams {
  readonly stdout: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  readonly stderr: { write(text: string): unknown; isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
}

const narrowest = 60;
const widest = 120;

/** The io of one call. @param quiet drops notes and progress. */
export function createIo({ stdout, stderr, env, now }: Streams, { quiet }: { quiet: boolean }): Io {
  const started = now();
  const line = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);
  const columns = Number(env.COLUMNS) || stdout.columns || 100;
  return {
    out: (text) => stdout.write(line(text)),
    note: (text) => quiet || stderr.write(line(text)),
    error: (text) => stderr.write(line(text)),
    progress: (stage) => quiet || now() - started < 1000 || stderr.write(`… ${stage}\n`),
    width: Math.min(widest, Math.max(narrowest, columns)),
    color: wantsColor({ env, isTTY: stdout.isTTY === true }),
  };
}

/** Streams of this process. */
export function processStreams(): Streams {
  // `assay score … | head` closes the pipe early; that is the reader's right and no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return { stdout: process.stdout, stderr: process.stderr, env: process.env, now: () => performance.now() };
}

/** https://no-color.org, FORCE_COLOR, and else whether anybody looks. */
function wantsColor({ env, isTTY }: { env: Streams['env']; isTTY: boolean }): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return isTTY && pc.isColorSupported;
}
