import type { Trial } from './judge-dialect.js';
import type { QuoteForm } from './quote-form.js';

/**
 * Whether fields are quoted otherwise than by RFC 4180: tried only where the text shows a sign of it, and taken only on
 * evidence, because each departure gives a meaning to signs that may be meant as they stand.
 * @param head the first records. @param standard how they are read by the standard.
 * @param bestOf the best delimiter for a form.
 */
export function chooseForm(
  head: Buffer,
  { standard, bestOf }: { standard: Trial; bestOf: (form: QuoteForm) => Trial },
): Trial {
  const text = head.toString('latin1');
  let best = standard;
  const consider = (form: QuoteForm, isBetter: (trial: Trial) => boolean) => {
    const trial = bestOf(form);
    if (isBetter(trial)) best = trial;
  };
  if (/(^|[\t\n])\\N([\t\r\n]|$)|\\\t|\\\n[^"']*\t/.test(text)) {
    consider(
      { quote: -1, escaping: 'text', isPadded: false },
      (trial) => trial.delimiter === 9 && trial.escaped > 0 && standard.quoted === 0 && score(trial) >= score(standard),
    );
    if (best !== standard) return best;
  }
  const hasSingle = /(^|[^\w "'\r]) *'/.test(text) && standard.quoted === 0;
  for (const quote of hasSingle ? ([34, 39] as const) : ([34] as const)) {
    const sign = String.fromCharCode(quote);
    const isPaddedSomewhere = new RegExp(`(^|[^\\w "'\\r\\n]) +${sign}`, 'm').test(text);
    const isEscapedSomewhere = text.includes(`\\${sign}`);
    for (const isPadded of isPaddedSomewhere ? [false, true] : [false]) {
      for (const escaping of isEscapedSomewhere ? (['doubled', 'backslash'] as const) : (['doubled'] as const)) {
        if (quote === 34 && !isPadded && escaping === 'doubled') continue;
        consider({ quote, escaping, isPadded }, (trial) => isProved(trial, best));
      }
    }
  }
  return best;
}

/** Each departure that a form makes beyond the one that is best so far needs its own evidence. */
function isProved(trial: Trial, best: Trial): boolean {
  const { form } = trial;
  const gains = score(trial) - score(best);
  if (gains < 0 || (gains === 0 && trial.faults > best.faults)) return false;
  // A file that doubles its quotes does not escaping them: a backslash there stands for itself.
  if (form.escaping === 'backslash' && trial.escaped <= trial.doubled) return false;
  if (form.escaping === 'backslash' && best.form.escaping !== 'backslash' && gains === 0) return false;
  if (form.isPadded && !best.form.isPadded && trial.padded === 0) return false;
  if (form.quote === 39 && best.form.quote !== 39) {
    // An apostrophe opens words too, so that most records must have such fields.
    return trial.faults === 0 && trial.quoted >= 2 && trial.quoted * 2 >= trial.sampled;
  }
  return true;
}

/** Merit, less for records that cannot be read at all. */
function score({ merit, sampled, faults }: Trial): number {
  return sampled + faults === 0 ? 0 : (merit * sampled) / (sampled + faults);
}
