import type { Gate } from '../model/gate.js';
import type { Baseline, Proof, Verdict } from '../model/proof.js';
import { adviseMore } from './advise-more.js';
import { adviseNearer } from './advise-nearer.js';
import { countGates, type LearnedCounts, missingCount } from './count-gates.js';
import { heldOutGates, orderGates, periodGates, probabilityGates } from './proof-gates.js';
import { tooShort } from './too-short.js';
import { verdictOf } from './verdict-of.js';

export interface VerdictRequest {
  /** What was measured on held-out accounts; null when nothing could be held out. */
  readonly proof: Proof | null;
  /** Accounts with a known outcome that the profile was learnt from. */
  readonly learned: LearnedCounts;
  /** What simpler means did on the same accounts, the base rate first. */
  readonly baselines?: readonly Baseline[];
  /** The baselines learnt from the outcomes that judge: only the base rate is then held against the profile. */
  readonly isHandicapped?: boolean;
  /** Whether a longer card than was wished for told the accounts apart by cross-validation. */
  readonly longerTells?: boolean;
}

export interface Decision {
  readonly verdict: Verdict;
  /** Why: whole sentences, each with its number. */
  readonly reasons: readonly string[];
  /** What data would help; empty when nothing is missing. */
  readonly help: readonly string[];
}

export interface GatedDecision extends Decision {
  /** All that was asked, in order; the verdict follows from them. */
  readonly gates: readonly Gate[];
}

/**
 * What may be claimed, by gates. Refused without enough outcomes or when the held-out proof does not beat chance (AUC against ½,
 * lift of the best fifth against 1); a description when there are only positives; ranked where a baseline orders clearly better or
 * probabilities do not hold: fewer than 1,000 accounts, no better than the base rate, or off from what came, in all or in a
 * later period; publishable else.
 */
export function decideVerdict(request: VerdictRequest): GatedDecision {
  const gates = listGates(request);
  const verdict = verdictOf(gates);
  const failed = gates.filter(({ passed }) => !passed);
  const decisive = failed.filter(({ otherwise }) => otherwise === verdict);
  const told = verdict === 'publishable' || verdict === 'ranked' ? [...gates.filter(isOrder), ...failed] : decisive;
  const isTooShort = verdict === 'refused' && request.longerTells === true;
  const reasons = [...told.map(({ sentence }) => sentence), ...(isTooShort ? [tooShort] : [])];
  return { verdict, gates, reasons: [...new Set(reasons)], help: [...new Set(helpFor(decisive, request))] };
}

/** Whether there are outcomes enough of both kinds for a proof to be worth its time. */
export function isProvable(learned: LearnedCounts): boolean {
  return countGates(learned).every(({ passed }) => passed);
}

/** Later gates ask nothing where earlier ones leave nothing to ask about. */
function listGates({ proof, learned, baselines = [], isHandicapped = false }: VerdictRequest): Gate[] {
  const counts = countGates(learned);
  if (counts.some(({ passed }) => !passed)) return counts;
  const asked = [...counts, ...heldOutGates(proof)];
  if (proof === null || asked.some(({ passed }) => !passed)) return asked;
  return [
    ...asked,
    ...orderGates({ proof, rivals: isHandicapped ? [] : baselines }),
    ...probabilityGates({ proof, learned, base: baselines[0] }),
    ...periodGates(proof.details?.periods ?? []),
  ];
}

function isOrder({ name }: Gate): boolean {
  return name === 'order' || name === 'best fifth';
}

function helpFor(failed: readonly Gate[], { proof, longerTells = false }: VerdictRequest): string[] {
  return failed.flatMap((gate) => {
    switch (gate.name) {
      case 'accounts':
      case 'positives':
      case 'negatives':
        return [missingCount(gate)];
      case 'held out':
        return ['Give each account its own id, and more than one account or company.'];
      case 'held-out positives':
      case 'held-out negatives':
      case 'order':
      case 'best fifth':
        if (longerTells) return ['Allow a longer card: learn without --card, or with --card full.'];
        return proof === null ? [] : adviseMore(proof);
      case 'enough for probabilities':
        return [`Probabilities need at least ${gate.limit} accounts with a known outcome.`];
      case 'probabilities beat the base rate':
        return ['Add accounts, or attributes that were known before the outcome and bear on it.'];
      case 'mean probability':
      case 'calibration':
        return proof === null ? [] : [adviseNearer(proof.split, 'outcomes')];
      case 'probability in each period':
        return ['Learn from outcomes closer in time and kind to the accounts that will be scored.'];
      case 'order in each period':
        return ['Learn from the recent accounts alone (--since) and look at the difference (assay diff).'];
      case 'not outdone':
        return [
          'Where reasons do not matter, rank by that baseline; where they do, allow a longer card (--card full).',
        ];
      case 'unseen':
        return [
          'Validate on outcomes that came later: other accounts, or learn with --until and validate with --since.',
        ];
      default:
        return gate.name satisfies never;
    }
  });
}
