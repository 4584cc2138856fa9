import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/render-terminal.js';
import { viewProfile } from '../../src/report/view-profile.js';
import { exampleProfiles, publishable, refused, weighed } from './example-profiles.js';
import { hostileProfile } from './hostile-profile.js';

const page = (profile: typeof publishable, width = 80) => renderTerminal(viewProfile(profile), { width, color: false });

describe('renderTerminal', () => {
  it.each([80, 100, 120])('keeps within %d columns, commands aside', (width) => {
    for (const profile of [...Object.values(exampleProfiles), hostileProfile()]) {
      const lines = page(profile, width)
        .split('\n')
        .filter((line) => !line.includes('assay '));
      expect(lines.filter((line) => [...line].length > width)).toEqual([]);
    }
  });

  it('shows the first criterion with lift, interval, bar, count and points', () => {
    expect(page(publishable)).toContain(
      '  employees 200–999       ×2.0  1.9–2.3        ┊    ─●─            812      +9\n',
    );
  });

  it('adds share, rate and q where there is room', () => {
    expect(page(publishable, 120)).toMatch(/employees 200–999 .* 812 {3}15 % {2}53 % {2}< \.001 {6}\+9\n/);
  });

  it('leads with the verdict and ends with what to do next', () => {
    const text = page(publishable);
    expect(text.indexOf('✔ Publishable:')).toBeLessThan(text.indexOf('Who the best are'));
    expect(text.endsWith('assay report icp.yaml -o report.html\n')).toBe(true);
  });

  it('gives a refused profile its reasons and what would help, and no tiers', () => {
    const text = page(refused);
    expect(text).toContain('✖ Refused: the data do not carry a profile.');
    expect(text).toContain('  •  The 95 % interval of AUC, 0.43–0.57, includes 0.5');
    expect(text).toContain('What data would help');
    expect(text).not.toContain('Tiers');
  });

  it('leads a page about beliefs with the headline, then each belief, then the next test', () => {
    const text = page(weighed);
    expect(text).toContain('◐ Beliefs weighed: 50 conversations, 14 with the outcome: 2 validated');
    expect(text).toMatch(/pricing = Pay by use +validated +10 +21 +×2\.0 +1\.4–2\.7 +\+44\n/);
    expect(text).toContain('  What to test next\n  •  Test "age in years" 1–5 next:');
    expect(text).not.toContain('Give each account its own id');
    expect(text).not.toContain('have in common');
    expect(page(weighed, 60)).toMatch(/pricing = Pay by +validated +×2\.0 +1\.4–2\.7 +\+44\n/);
    expect(page(weighed, 60)).not.toContain('…');
  });

  it('colours only when asked, and colours nothing but the same text', () => {
    const view = viewProfile(publishable);
    const plain = renderTerminal(view, { width: 80, color: false });
    const colored = renderTerminal(view, { width: 80, color: true });
    expect(plain).not.toContain('\u001b');
    expect(colored).toContain('\u001b[');
    const escapes = new RegExp(`${'\u001b'}\\[\\d+m`, 'g');
    expect(colored.replace(escapes, '').replace(/ +$/gm, '')).toBe(plain.replace(/ +$/gm, ''));
  });

  it('lets no name command the terminal', () => {
    expect(page(hostileProfile())).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('cuts no word of an ordinary profile short', () => {
    for (const profile of Object.values(exampleProfiles)) {
      expect(page(profile).replace(/^ {2}… and \d+ more in the report$/gm, '')).not.toContain('…');
    }
  });

  it('ends no line in a space and breaks no per cent sign off', () => {
    expect(page(publishable)).not.toMatch(/ $/m);
    expect(page(publishable)).not.toMatch(/^\s*%/m);
  });
});
