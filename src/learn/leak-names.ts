/** A word that gives a name away. `isSure`: it has hardly another meaning than what is known once the outcome is. */
export interface LeakWord {
  readonly word: string;
  readonly isSure: boolean;
}

/**
 * Words for what is only known once the outcome is; compared with the words of the attribute's name, in order, without
 * accents. `*` stands for any ending: other languages write compounds.
 * English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Polish, Japanese, Chinese.
 */
const sure = listed(`
  closed lost*, closed won*, closedlost*, closedwon*, close date, closedate*, closed date, closed at, close reason,
  won amount, won date, won at, win date, win reason, date won, lost date, lost at, date lost, loss date, is won,
  is lost,
  loss reason, lost reason, lostreason*, lossreason*, reason lost, reason for loss, churn reason, churn date, churn*, cancel, cancelled*,
  canceled*,
  cancellation*, cancelation*, refund, refunded*, termination*, terminated*, exit interview, exit survey,
  offboarding*, converted*,
  contract signed, signed contract, signed at, signed date, date signed, signature date, days to close,
  time to close, days to churn,
  days until churn, final price, final amount, final discount, onboarding date, go live date, kickoff date,
  deal status,
  opportunity status, first invoice, invoice date, first payment, payment date, chargeback*, winback*,
  abschlussdatum, abgeschlossen*, gewonnen*, verloren*, verlustgrund*, kundig*, kuendig*, gekundigt*, gekuendigt*,
  absagegrund*, storno*, storniert*, vertragsunterzeichnung*, vertragsende, ablehnungsgrund*,
  perdu*, gagne, gagnee, raison de perte, motif de perte, resiliation*, resilie*, date de signature, date de cloture,
  annulation*, desabonnement*,
  perdido*, perdida*, ganado*, ganada*, ganho, ganha, motivo de perdida, motivo de perda, fecha de cierre,
  data de fechamento, cancelacion*, cancelado*, cancelamento*, fecha de baja, motivo de baja, rescision*, rescisao*,
  perso, persa, vinto, vinta, motivo perdita, data chiusura, disdetta*, recesso, annullat*,
  gewonnen, opzeg*, opgezegd*, afsluitdatum, reden verlies, uppsagd*, uppsagning*, forlorad*, utracon*, przegran*,
  wygran*, rezygnacj*, data zamkniecia,
  解約*, 失注*, 受注*, 成約*, 流失*, 赢单*, 输单*, 丢单*, 成交*
`);

/** Words that often mean the same, and may mean something known before. */
const likely = listed(`
  stage, closed, won, lost, reason, reason code, outcome, result, results, disposition, duration, call duration,
  end date, exit,
  conversion, last activity, last contact, last contacted, last seen, last login, last modified, last updated,
  lead status, account status,
  customer status, status, probability, forecast category, invoice, invoiced, invoices, renewed, talk time,
  abschluss, grund, anrufdauer, gesprachsdauer, dauer, ergebnis, wahrscheinlichkeit, phase,
  motif, raison, resultat, duree, duree d appel, statut, probabilite, etape, cloture,
  motivo, resultado, duracion, duracao, estado, etapa, probabilidad, probabilidade, cierre,
  esito, durata, stato, fase, probabilita, uitkomst, reden, gespreksduur, kans, utfall, powod, wynik, 結果, 通話時間
`);

/** Words that make one of the above harmless. */
const harmless = listed(`
  marital status, employment status, civil status, family status, housing status, tax status, legal status,
  vip status, growth stage,
  funding stage, life stage, company stage, lifecycle stage, maturity stage, previous outcome, prior outcome,
  visit duration, session duration,
  loan duration, credit duration, contract duration, trial duration, previous churn*, prior churn*, two phase,
  three phase, single phase,
  awards won, estado civil, stato civile, etat civil, previous result, prior result
`);

/**
 * Whether the name of an attribute sounds like something known only after the outcome.
 * @param outcome name of the outcome column, if known: names that share a word of its own are suspected too.
 * @returns the longest word that gives it away, or null.
 */
export function leakWord(attribute: string, outcome?: string): LeakWord | null {
  const words = wordsOf(attribute);
  if (harmless.some((phrase) => holds(words, phrase))) return null;
  const found = longest(sure, words);
  if (found !== undefined) return { word: found, isSure: true };
  const maybe = longest(likely, words);
  if (maybe !== undefined) return { word: maybe, isSure: false };
  const own = outcome === undefined ? [] : wordsOf(outcome).filter((word) => word.length > 3 && !commonWords.has(word));
  const shared = own.find((word) => words.includes(word));
  return shared === undefined ? null : { word: shared, isSure: false };
}

function longest(phrases: readonly string[], words: readonly string[]): string | undefined {
  return phrases
    .filter((phrase) => holds(words, phrase))
    .sort((a, b) => b.length - a.length)[0]
    ?.replace('*', '');
}

/** Whether the words of the phrase stand in a row; `*` only at the end of the last one. Scripts without spaces: anywhere. */
function holds(words: readonly string[], phrase: string): boolean {
  const isOpen = phrase.endsWith('*');
  const wanted = phrase.replace('*', '').split(' ');
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(phrase)) return words.some((word) => word.includes(wanted[0]));
  return words.some((_, start) =>
    wanted.every((word, i) => {
      const there = words[start + i] ?? '';
      return isOpen && i === wanted.length - 1 ? there.startsWith(word) : there === word;
    }),
  );
}

/** Too frequent in column names to tie two columns together. */
const commonWords = new Set(
  listed(`
  flag, value, total, customer, account, company, date, type, name, class, label, status, target, score, rate,
  number, amount, sales, order, orders, purchase, year, month, first, last, client, user, lead, deal, bought,
  product
`),
);

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

function listed(text: string): string[] {
  return text.trim().split(/,\s+/);
}
