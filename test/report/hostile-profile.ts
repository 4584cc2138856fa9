import type { Profile } from '../../src/model/profile.js';
import { publishable } from './example-profiles.js';

/** Names that try to break out of every medium; nothing of them may come through as anything but text. */
export const hostileNames = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(2)</script>',
  '</svg><script>alert(3)</script>',
  'javascript:alert(1)',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '| a | b | `code` **bold** _x_',
  '&lt;b&gt; &amp; &#60;',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  'right\u202eto left',
  '\ud800 lone',
  'line\nbreak\r\n# heading',
  ['$', '{alert(1)} {{7*7}} <%= 1 %>'].join(''),
  '-->]]><!--',
];

/** The publishable example with hostile names wherever a customer's file or a colleague can put one. */
export function hostileProfile(): Profile {
  let next = 0;
  const name = (): string => hostileNames[next++ % hostileNames.length];
  const rename = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return openKeys.has(key) ? name() : value;
    if (Array.isArray(value)) return value.map((inner) => rename(inner, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([inner, of]) => [inner, rename(of, inner)]));
  };
  return rename(publishable, '') as Profile;
}

const openKeys = new Set(
  'name description reasons outcome is attribute values member note what detail source sha256 id time assay'.split(' '),
);
