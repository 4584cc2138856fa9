import type { Dialect } from './detect-dialect.js';
import { FixedScanner } from './fixed-scanner.js';
import { LooseScanner } from './loose-scanner.js';
import { standardForm } from './quote-form.js';
import { RecordScanner } from './record-scanner.js';

/** The scanner for a dialect; the quick one wherever the standard is kept. */
export function makeScanner(
  bytes: Uint8Array,
  { dialect, newline }: { dialect: Pick<Dialect, 'delimiter' | 'form' | 'spans'>; newline: number },
): RecordScanner {
  const { delimiter, form, spans } = dialect;
  if (spans !== null) return new FixedScanner(bytes, { newline, spans });
  if (form === standardForm) return new RecordScanner(bytes, delimiter, newline);
  return new LooseScanner(bytes, { delimiter, newline, form });
}
