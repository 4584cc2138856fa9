import type { Io } from './io.js';

/** Prints one JSON document; numbers that JSON cannot hold become null. */
export function printJson(value: unknown, io: Io): void {
  io.out(JSON.stringify(value, null, 2));
}
