import { foldText } from '../resolve/fold-text.js';

/**
 * Words for how something stands, not where it is: `Estado: Activo`, `State: closed`. By their beginnings, in the
 * languages of the headers; folded.
 */
const beginnings =
  /^((in|des|nie|un)?(activ|aktiv|aktyw|attiv|ativ|actif|actief|enabled|disabled)|cance|annul|storni|suspen|sospes|pend|penden|open|offen|abiert|abert|apert|otwart|oppen|ouvert|close|clos|geschlossen|cerrad|encerrad|fechad|chius|zamkniet|gesloten|stangd|ferme|new$|neu$|nuev|nov[oa]$|nuov|nouve|nowy|prospe|potenci|lead$|customer|client|kunde$|won$|lost$|gewonnen|verloren|ganad|ganh|perdid|gagne|perdu|vint[oa]|pers[oa]$|trial|paid|unpaid|pagad|pago$|free$|blocked|bloque|bloccat|gesperrt|archiv|expir|vencid|scadut|resil|churn|gekundigt|cessat|baja$|alta$|moros|vip$|in progress|en curso|en cours|em andamento|in corso|in bearbeitung|won |lost |qualified|unqualified|contacted|converted|approved|aprobad|aprovad|rejected|rechazad|completed|complet|draft|deleted|eliminad|on hold|waiting|en espera|em espera|in attesa|en attente)/;

/** Headers that say a state of the map or a state of affairs: only the values tell. */
const ambiguous = /(^|[^a-z])(estado|state|stato|etat|stan|staat|status)($|[^a-z])/;

export function isStatusWord(value: string): boolean {
  return beginnings.test(foldText(value.trim()));
}

export function isAmbiguousState(header: string): boolean {
  return ambiguous.test(foldText(header));
}
