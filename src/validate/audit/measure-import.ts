import type { AuditFinding } from '../../model/audit.js';
import type { Interval } from '../../model/estimate.js';
import { rateRatioInterval } from '../../stats/rate-ratio-interval.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';
import { intervalNumber, sayCount, sayInterval, sayShare } from './say-number.js';

/** The accounts that were imported beside all there are. */
export interface ImportRequest {
  /** Keys of the accounts that were imported, with their outcome: 1, 0, or 255. */
  readonly imported: { readonly keys: readonly (string | null)[]; readonly labels: Uint8Array };
  /** Keys of everybody, with the outcome where the list says it; null: there is no list. */
  readonly universe: { readonly keys: readonly (string | null)[]; readonly labels: Uint8Array | null } | null;
  /** The rate of the outcome in the market, 0–1, as somebody stated it. */
  readonly marketRate: number | undefined;
}

const mostFactor = 1.25;

/** How much of the universe was imported, of those with the outcome and of the others, and what that does to the base rate. */
export function measureImport({ imported, universe, marketRate }: ImportRequest): AuditFinding[] {
  return [
    ...(universe === null ? [] : shareOfUniverse(imported, universe)),
    ...(marketRate === undefined ? [] : againstMarket(baseRateOf(imported.labels), marketRate)),
  ];
}

function shareOfUniverse(
  { keys, labels }: ImportRequest['imported'],
  universe: NonNullable<ImportRequest['universe']>,
): AuditFinding[] {
  const own = new Set(keys.filter((key) => key !== null));
  const everybody = new Set(universe.keys.filter((key) => key !== null));
  const found = [...everybody].filter((key) => own.has(key)).length;
  const strangers = [...own].filter((key) => !everybody.has(key)).length;
  const share = wilsonInterval(found, everybody.size);
  const base = {
    kind: 'import',
    about: 'the universe',
    numbers: [
      { name: 'accounts of the universe', value: everybody.size },
      { name: 'imported of them', value: found },
      intervalNumber('share imported', share),
      { name: 'imported, but not of the universe', value: strangers },
    ],
  } as const;
  const said = `${sayCount(found)} of ${sayCount(everybody.size)} accounts of the universe were imported (${sayShare(share.estimate)})${strangers > 0 ? `; ${sayCount(strangers)} imported ones are not in it` : ''}.`;
  if (found === 0)
    return [
      {
        ...base,
        severity: 'caution',
        finding: `${said} The two name accounts differently, or are about others.`,
        advice: 'Give both files the same id column, and name it with --id.',
      },
    ];
  const byOutcome = universe.labels === null ? null : ratioByOutcome(universe, { own, labels: universe.labels });
  if (byOutcome === null) {
    const known = labels.reduce((count, label) => count + Number(label !== 255), 0);
    return [
      {
        ...base,
        severity: 'note',
        finding: `${said} The outcome is known of ${sayCount(known)}; whether won and lost accounts were imported alike the universe does not say.`,
        advice: 'Put the outcome into the list of the universe, or state the rate of the market: --market-rate 0.03.',
      },
    ];
  }
  const { won, lost, ratio } = byOutcome;
  const isAlike = ratio.lower <= 1 && ratio.upper >= 1;
  const isFar = ratio.lower > mostFactor || ratio.upper < 1 / mostFactor;
  return [
    {
      ...base,
      severity: isFar ? 'grave' : isAlike ? 'note' : 'caution',
      finding: `${said} Of the accounts with the outcome ${sayInterval(won)} were, of the others ${sayInterval(lost)}${isAlike ? ': alike' : ': the base rate is not that of the market'}.`,
      advice: isAlike
        ? 'Nothing: the base rate can be read as that of the universe.'
        : 'Import all accounts that were decided, or a sample of both kinds drawn alike. Ranks and odds ratios hold if, within a kind, it was chance who was imported; rates and probabilities do not.',
      numbers: [
        ...base.numbers,
        intervalNumber('imported with the outcome', won),
        intervalNumber('imported without it', lost),
        intervalNumber('ratio of the two', ratio),
      ],
    },
  ];
}

function ratioByOutcome(
  { keys }: NonNullable<ImportRequest['universe']>,
  { own, labels }: { own: ReadonlySet<string>; labels: Uint8Array },
): { won: Interval; lost: Interval; ratio: Interval } | null {
  const counts = [0, 0, 0, 0];
  const seen = new Set<string>();
  keys.forEach((key, row) => {
    if (key === null || labels[row] === 255 || seen.has(key)) return;
    seen.add(key);
    counts[2 * labels[row]]++;
    if (own.has(key)) counts[2 * labels[row] + 1]++;
  });
  const [lost, lostIn, won, wonIn] = counts;
  if (won === 0 || lost === 0) return null;
  const ratio = rateRatioInterval({ positives: wonIn, accounts: won, otherPositives: lostIn, otherAccounts: lost });
  return { won: wilsonInterval(wonIn, won), lost: wilsonInterval(lostIn, lost), ratio };
}

function baseRateOf(labels: Uint8Array): Interval {
  let [won, known] = [0, 0];
  for (const label of labels) {
    if (label === 255) continue;
    known++;
    won += label;
  }
  return wilsonInterval(won, known);
}

function againstMarket(rate: Interval, marketRate: number): AuditFinding[] {
  const odds = (share: number) => share / (1 - share);
  const factor = odds(rate.estimate) / odds(marketRate);
  const isInside = rate.lower <= marketRate && marketRate <= rate.upper;
  const isFar = !isInside && (factor > mostFactor || factor < 1 / mostFactor);
  return [
    {
      kind: 'import',
      severity: isFar ? 'caution' : 'note',
      about: 'the base rate',
      finding: `${sayInterval(rate)} of the accounts had the outcome; of the market it is ${sayShare(marketRate)}, as stated${isFar ? `: the odds here are ${factor.toFixed(1)} times those` : ''}.`,
      advice: isFar
        ? `Ranks hold; probabilities are of accounts that were chosen as these were. In the market the odds are to be divided by ${factor.toFixed(1)}.`
        : 'Nothing: probabilities can be read as they are.',
      numbers: [
        intervalNumber('base rate', rate),
        { name: 'stated rate', value: marketRate },
        { name: 'odds here over odds stated', value: factor },
      ],
    },
  ];
}
