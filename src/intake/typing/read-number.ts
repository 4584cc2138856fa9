const currency = String.raw`(?:(?:US|CA|AU|NZ|HK|MX|A|C|R|S)?\$|[€£¥₹₽₩₺₴₪₫฿]|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|SGD|HKD|RUB|TRY|AED|ARS|BGN|CLP|COP|EGP|IDR|ILS|ISK|KES|KRW|MYR|NGN|PEN|PHP|PKR|QAR|RON|SAR|THB|TWD|UAH|VND)|[Kk]r\.?|Rs\.?|zł|Kč|Fr\.)`;
const anyCurrency = new RegExp(currency);
const dressed = new RegExp(
  String.raw`^([-+]?)\s*(${currency})?\s*([-+]?)\s*([\d.,'’ ]*\d[.,]?)\s*([kKmMbB](?:n|io)?\.?)?\s*(${currency}|%)?$`,
);
const plain = /^[-+]?(?:0|[1-9]\d*)?(?:\.\d*)?$/;
const exponent = /^[-+]?(?:\d+\.\d*|\.\d+)[eE][-+]?\d{1,3}$|^[-+]?\d+[eE][-+]\d{1,3}$/;
const pointBody = /^(?:0|[1-9]\d*|[1-9]\d{0,2}([, '’])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3})?(?:\.\d*)?$/;
const commaBody = /^(?:0|[1-9]\d*|[1-9]\d{0,2}([. '’])\d{3}(?:\1\d{3})*)?(?:,\d*)?$/;

/** No-break, thin, figure and wide spaces: what programs put between thousands so that a line is not broken there. */
const otherSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Which sign stands before the decimals in a column. */
export type DecimalMark = '.' | ',';

/**
 * Reads a number as people write it: thousands apart by comma, point, space or apostrophe; currencies before or
 * behind; percent (`12.5 %` is 12.5); `(1,200)` for a negative; `$1.2M`. NaN for everything else, on purpose also for
 * leading zeros (`007`), digits with a bare E (`1E10`), and whole numbers that a double cannot hold exactly.
 */
export function readNumber(cell: string, decimal: DecimalMark): number {
  if (decimal === '.') {
    const simple = readSimple(cell);
    if (!Number.isNaN(simple)) return simple;
  }
  if (decimal === '.' && plain.test(cell) && /\d/.test(cell)) return exact(Number(cell), cell);
  if (exponent.test(cell)) return Number(cell);
  const tidy = cell
    .replace(otherSpaces, ' ')
    .replace(/\u2212/g, '-')
    .trim();
  // SAP writes the sign behind the number.
  const behindSign = /^(\d.*\d|\d)-$/.exec(tidy);
  if (behindSign !== null) return -readNumber(behindSign[1], decimal);
  const inner = /^\((.+)\)$/.exec(tidy);
  if (inner !== null) return /^[^-+(]+$/.test(inner[1]) ? -readNumber(inner[1], decimal) : Number.NaN;
  const parts = dressed.exec(tidy);
  if (parts === null) return Number.NaN;
  const [, sign, before, innerSign, body, magnitude, behind] = parts;
  if (!(decimal === '.' ? pointBody : commaBody).test(body)) return Number.NaN;
  if (sign !== '' && innerSign !== '') return Number.NaN;
  const isMoney = before !== undefined || (behind !== undefined && behind !== '%');
  if (magnitude !== undefined && !isMoney) return Number.NaN;
  const digits = decimal === '.' ? body.replace(/[, '’]/g, '') : body.replace(/[. '’]/g, '').replace(',', '.');
  const value = exact(Number(digits), digits) * scale(magnitude);
  return sign === '-' || innerSign === '-' ? -value : value;
}

/**
 * `1234`, `$1,234.50` by their signs, one after the other; NaN for everything else, and no verdict on it. Up to fifteen
 * digits and a power of ten are both exact, so that their quotient is the number that is meant, rounded once.
 */
function readSimple(cell: string): number {
  let at = cell.charCodeAt(0) === 36 ? 1 : 0;
  const start = at;
  const end = cell.length;
  if (end - at < 1 || end - at > 19) return Number.NaN;
  let value = 0;
  let digits = 0;
  let comma = -1;
  for (; at < end; at++) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      digits++;
    } else if (code === 44) {
      // Groups of three, the first of one to three.
      if (comma < 0 ? at - start < 1 || at - start > 3 : at - comma !== 4) return Number.NaN;
      comma = at;
    } else break;
  }
  if (digits === 0 || (comma >= 0 && at - comma !== 4)) return Number.NaN;
  if (cell.charCodeAt(start) === 48 && digits > 1) return Number.NaN;
  let behind = 0;
  if (at < end) {
    if (cell.charCodeAt(at++) !== 46) return Number.NaN;
    for (; at < end; at++, behind++) {
      const code = cell.charCodeAt(at);
      if (code < 48 || code > 57) return Number.NaN;
      value = value * 10 + code - 48;
    }
    if (behind === 0) return Number.NaN;
  }
  return digits + behind > 15 ? Number.NaN : value / 10 ** behind;
}

/** Decides by the cells that can mean one thing only: `1.234,5` and `3,7` against `1,234.5` and `3.7`. */
export function decimalMark(cells: Iterable<string>): DecimalMark {
  let point = 0;
  let comma = 0;
  for (const cell of cells) {
    const body = bodyOf(cell).replace(/['’ ]/g, '');
    const lastPoint = body.lastIndexOf('.');
    const lastComma = body.lastIndexOf(',');
    if (lastPoint < 0 && lastComma < 0) continue;
    if (lastPoint >= 0 && lastComma >= 0) lastPoint > lastComma ? point++ : comma++;
    else if (lastComma >= 0) {
      if (/^\d{1,3}(,\d{3}){2,}$/.test(body)) point++;
      else if (/^\d+,\d+$/.test(body) && !/^[1-9]\d{0,2},\d{3}$/.test(body)) comma++;
    } else if (/^\d{1,3}(\.\d{3}){2,}$/.test(body)) comma++;
    else if (/^[1-9]\d{0,2}\.\d{3}$/.test(body)) {
      // Three digits behind one point: thousands where a euro sign stands behind, else decimals.
      if (/\d\s*(€|EUR)\s*$/.test(cell)) comma++;
    } else if (/^\d*\.\d+$/.test(body)) point++;
  }
  return comma > point ? ',' : '.';
}

/** The currency of an amount by its ISO code, or the sign as it stands; null where there is none. */
export function currencyOf(cell: string): string | null {
  const sign = anyCurrency.exec(cell)?.[0];
  if (sign === undefined || !/\d/.test(cell)) return null;
  return { $: 'USD', US$: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', R$: 'BRL', '₹': 'INR' }[sign] ?? sign;
}

/** Whether all numbers with a point have three digits behind it, and nothing else says what the point is. */
export function isUndecided(cells: readonly string[]): boolean {
  let pointed = 0;
  for (const cell of cells) {
    const body = bodyOf(cell);
    if (/^[1-9]\d{0,2}\.\d{3}$/.test(body)) pointed++;
    else if (/[.,]/.test(body)) return false;
  }
  return pointed > 0;
}

/** The digits of a number with the signs between them, in plain spaces. */
function bodyOf(cell: string): string {
  return /(?:(?<!\p{L})\.)?\d(?:[\d.,'’ ]*\d)?/u.exec(cell.replace(otherSpaces, ' '))?.[0] ?? '';
}

function exact(value: number, digits: string): number {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && !digits.includes('.') ? Number.NaN : value;
}

function scale(magnitude: string | undefined): number {
  if (magnitude === undefined) return 1;
  return { k: 1e3, m: 1e6, b: 1e9 }[magnitude[0].toLowerCase()] ?? Number.NaN;
}
