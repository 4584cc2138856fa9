import { AssayError, formatPlace } from '../errors.js';
import type { Streams } from './io.js';

/** Exit code of errors that are ours. */
const unexpectedExit = 3;

/** Prints an error for people on stderr and, for `--json`, for programs on stdout. @returns the exit code. */
export function printError(
  error: unknown,
  { streams, json, debug }: { streams: Streams; json: boolean; debug: boolean },
): number {
  if (!(error instanceof AssayError)) {
    const text = error instanceof Error ? (debug ? error.stack : error.message) : String(error);
    streams.stderr.write(`assay: this should not have happened: ${text}\n  fix: report it, with ASSAY_DEBUG=1 set.\n`);
    return unexpectedExit;
  }
  const place = formatPlace(error.place);
  if (json) {
    const { code, message, hint } = error;
    streams.stdout.write(`${JSON.stringify({ error: { code, message, place: error.place, hint } }, null, 2)}\n`);
  }
  streams.stderr.write(`assay: ${error.message}\n${place === '' ? '' : `  at ${place}\n`}  fix: ${error.hint}\n`);
  if (debug && error.stack) streams.stderr.write(`${error.stack}\n`);
  return error.exitCode;
}
