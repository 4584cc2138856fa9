import type { Profile } from '../model/profile.js';
import { formatTrait } from '../model/trait-text.js';

/** How two profiles differ that were learnt of the same accounts by two ideas of "best". */
export interface IcpChange {
  readonly from: string;
  readonly to: string;
  readonly verdictFrom: string;
  readonly verdictTo: string;
  /** Criteria that only the second has, only the first has, and both have. */
  readonly appear: readonly string[];
  readonly vanish: readonly string[];
  readonly stay: readonly string[];
  /** Attributes that count in both, by other values. */
  readonly turned: readonly string[];
}

/** Criteria that appear or vanish. Those of an attribute that both have, at other values, are also named under `turned`. */
export function compareIcps(
  a: { name: string; profile: Pick<Profile, 'criteria' | 'verdict'> },
  b: { name: string; profile: Pick<Profile, 'criteria' | 'verdict'> },
): IcpChange {
  const [before, after] = [a, b].map(({ profile }) => new Map(profile.criteria.map((one) => [keyOf(one), one])));
  const appear = [...after].filter(([key]) => !before.has(key));
  const vanish = [...before].filter(([key]) => !after.has(key));
  const gone = new Set(vanish.map(([, { trait }]) => trait.attribute));
  return {
    from: a.name,
    to: b.name,
    verdictFrom: a.profile.verdict,
    verdictTo: b.profile.verdict,
    appear: appear.map(([key]) => key),
    vanish: vanish.map(([key]) => key),
    stay: [...before.keys()].filter((key) => after.has(key)),
    turned: [...new Set(appear.map(([, { trait }]) => trait.attribute))].filter((name) => gone.has(name)),
  };
}

/** What a person reads: the trait, and that it speaks against where it does. */
function keyOf({ trait, role }: Profile['criteria'][number]): string {
  return `${role === 'disqualifier' ? 'avoid: ' : ''}${formatTrait(trait)}`;
}
