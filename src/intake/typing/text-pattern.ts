import { type Cells, shareOf } from './cells.js';

/** What nearly all values of a column look like, whatever its name. */
export type TextPattern = 'email' | 'url' | 'domain' | 'uuid' | 'hash' | 'ip' | 'phone' | 'long digits';

const patterns: Readonly<Record<TextPattern, RegExp>> = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/,
  url: /^(?:https?:\/\/|www\.)\S+$/i,
  domain: /^(?!\d+\.\d)[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d-]+)*\.[a-z]{2,24}$/u,
  uuid: /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i,
  hash: /^(?=.*\d)(?=.*[a-f])[0-9a-f]{16,128}$|^[A-Za-z0-9+/]{20,}={1,2}$|^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{15,18}$/,
  ip: /^(?:\d{1,3}\.){3}\d{1,3}$/,
  phone:
    /^(?=(?:\D*\d){7,15}\D*$)(?:\+\d[\d\s().\-/]+|\(?\d[\d()]*[\s().\-/][\d\s().\-/]*\d)(?:\s*(?:x|ext\.?)\s*\d+)?$/,
  'long digits': /^\d{16,}$/,
};

const domainEndings =
  /\.(?:com|net|org|io|co|ai|dev|app|de|fr|uk|us|eu|nl|ch|at|es|it|pl|se|no|dk|fi|be|ca|au|in|jp|cn|br|mx|info|biz|tech|cloud|edu|gov)$/;

/** Longer cells are none of these; a pattern tried on millions of characters exhausts the stack. */
const longest = 4096;

/** The pattern that at least nine of ten present cells fit, or null. */
export function textPattern({ sample: cells }: Cells): TextPattern | null {
  for (const name of Object.keys(patterns) as TextPattern[]) {
    const pattern = patterns[name];
    const passes =
      name === 'domain'
        ? (label: string) => label.length <= longest && pattern.test(label) && domainEndings.test(label)
        : (label: string) => label.length <= longest && pattern.test(label);
    // A first look at few labels saves going over all of them.
    const probe = cells.labels.slice(0, 50).filter((_, code) => cells.counts[code] > 0);
    if (probe.length > 0 && probe.filter(passes).length >= probe.length * 0.5 && shareOf(cells, passes) >= 0.9)
      return name;
  }
  return null;
}
