import type { Random } from '../../src/stats/random.js';

/** Accounts with and without the trait; the log-odds of those without are those of the base. */
export function draw(
  random: Random,
  { effect, accounts, share, base }: { effect: number; accounts: number; share: number; base: number },
) {
  const sides = [
    { accounts: 0, positives: 0 },
    { accounts: 0, positives: 0 },
  ];
  const logit = Math.log(base / (1 - base));
  for (let i = 0; i < accounts; i++) {
    const side = random.next() < share ? 1 : 0;
    sides[side].accounts++;
    if (random.next() < 1 / (1 + Math.exp(-logit - side * effect))) sides[side].positives++;
  }
  return { withTrait: sides[1], without: sides[0] };
}
