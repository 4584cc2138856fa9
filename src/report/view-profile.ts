import type { AmountFindings } from '../model/amount-proof.js';
import type { Profile } from '../model/profile.js';
import type { SegmentMeasure } from '../model/segment.js';
import { shellWord } from '../model/shell-word.js';
import { cleanProfile, cleanText } from './clean-profile.js';
import { formatCount, formatShare } from './format-number.js';
import type { Fact, ProfileView, Standing, UseStep } from './profile-view.js';
import { formatAmount, viewAmount, viewAmountFigures } from './view-amount.js';
import { viewAudit } from './view-audit.js';
import { viewClusters } from './view-clusters.js';
import { viewCriteria, viewSegment } from './view-criteria.js';
import { viewGates } from './view-gates.js';
import { viewInformation } from './view-information.js';
import { viewLeaks } from './view-leaks.js';
import { viewNeeded } from './view-needed.js';
import { viewFigures, viewProof } from './view-proof.js';
import { viewScorecard, viewTiers } from './view-scorecard.js';
import { viewSetAside } from './view-set-aside.js';
import { timeFacts, viewTime, viewTimeFigures } from './view-time.js';
import { viewVerdict } from './view-verdict.js';
import { viewWishes } from './view-wishes.js';

/**
 * Everything that a report says of a profile, in words and formatted numbers.
 * @param options `path`: where the document stands, for the commands shown (default `icp.yaml`).
 */
export function viewProfile(profile: Profile, options: { readonly path?: string } = {}): ProfileView {
  const clean = cleanProfile(profile);
  const verdict = viewVerdict(clean);
  const { standing } = verdict;
  const isAmount = clean.amount !== undefined;
  const measure = clean.segmentsBy?.measure ?? 'balance';
  const isUsable = standing === 'publishable' || standing === 'ranked';
  return {
    title: clean.name,
    market: marketNames[clean.market],
    description: clean.description,
    verdict,
    gates: viewGates(clean.gates ?? []),
    cautions: clean.cautions ?? [],
    facts: viewFacts(clean, standing),
    figures: viewNumbers(clean),
    ...viewCriteria(clean, standing),
    segments: clean.segments.map((segment) => viewSegment(segment, { standing, measure, isAmount })),
    segmentsNote: clean.segments.length > 0 ? `${segmentsNote} ${soughtBy[measure]}`.trim() : '',
    segmentsMeasure: measure === 'value' ? 'times mean value' : 'lift',
    clusters: viewClusters(clean),
    ...viewInformation(clean),
    tiers: isUsable ? viewTiers(clean) : [],
    proof: viewProof(clean),
    amount: viewAmount(clean),
    time: viewTime(clean),
    scorecard: isUsable ? viewScorecard(clean) : null,
    setAside: viewSetAside(clean.setAside),
    ...viewAudit(clean),
    ...viewLeaks(clean),
    needed: viewNeeded(clean, standing),
    use: useSteps(standing, { file: cleanText(options.path ?? 'icp.yaml'), isJoined: isJoined(profile) }),
    provenance: viewProvenance(clean),
  };
}

const marketNames: Record<Profile['market'], string> = { b2b: 'B2B', b2c: 'B2C', unknown: 'B2B or B2C not said' };

const segmentsNote =
  'Segments are searched for in one part of the accounts and judged on the rest, so their counts are smaller than those of single traits.';

const soughtBy: Record<SegmentMeasure, string> = {
  balance: '',
  share: 'Large ones were looked for first.',
  lift: 'Pure ones were looked for first.',
  value: 'Those whose accounts are worth most were looked for, not those with the best rate.',
};

function viewFacts(profile: Profile, standing: Standing): Fact[] {
  const { best, learned, proof, amount } = profile;
  if (amount !== undefined) return amountFacts(profile, amount);
  if (profile.time !== undefined) return timeFacts(profile);
  const facts: Fact[] = [{ label: 'Best means', value: best.description }];
  if (learned.accounts > 0) {
    const positives = `${formatCount(learned.positives)} of them (${formatShare(learned.baseRate)}) with the outcome`;
    const label = standing === 'weighed' ? 'Weighed on' : 'Learnt from';
    facts.push({ label, value: `${formatCount(learned.accounts)} accounts, ${positives}` });
  }
  if (proof) {
    const positives = `${formatCount(proof.positives)} of them (${formatShare(proof.baseRate)}) with the outcome`;
    facts.push({ label: 'Judged on', value: `${formatCount(proof.accounts)} accounts, ${positives}` });
  }
  return [...facts, ...wishFacts(profile)];
}

function viewNumbers(profile: Profile) {
  if (profile.time !== undefined) return viewTimeFigures(profile);
  return profile.amount === undefined ? viewFigures(profile) : viewAmountFigures(profile);
}

function amountFacts(profile: Profile, { total, mean, cost }: AmountFindings): Fact[] {
  const { best, learned } = profile;
  const above = `${formatCount(learned.positives)} of them (${formatShare(learned.baseRate)}) above zero`;
  const sums = `${formatAmount(total)} in all, ${formatAmount(mean)} on average`;
  return [
    { label: 'Best means', value: best.description },
    { label: 'Learnt from', value: `${formatCount(learned.accounts)} accounts, ${above}; ${sums}` },
    ...(cost === undefined ? [] : [{ label: 'Cost', value: `${formatAmount(cost)} an account` }]),
    ...wishFacts(profile),
  ];
}

function wishFacts({ attributes }: Profile): Fact[] {
  const wished = viewWishes(attributes);
  return wished === '' ? [] : [{ label: 'As wished', value: wished }];
}

/** @param isJoined whether the accounts were joined from a workspace: then new ones are too. */
function useSteps(standing: Standing, { file, isJoined }: { file: string; isJoined: boolean }): UseStep[] {
  const path = shellWord(file);
  const from = (name: string) => (isJoined ? '--workspace FOLDER' : name);
  switch (standing) {
    case 'publishable':
    case 'ranked':
      return [
        { purpose: 'Score new accounts', command: `assay score ${from('new.csv')} --profile ${path} -o scores.csv` },
        {
          purpose: 'Explain one score',
          command: `assay explain ${from('new.csv')} ACCOUNT --profile ${path}`,
        },
        { purpose: 'Test on newer outcomes', command: `assay validate ${from('outcomes.csv')} --profile ${path}` },
        { purpose: 'Share the report', command: `assay report ${path} -o report.html` },
      ];
    case 'hypotheses':
      return [
        { purpose: 'Score by the beliefs', command: `assay score ${from('new.csv')} --profile ${path} -o scores.csv` },
        {
          purpose: 'Weigh them on outcomes',
          command: `assay learn ${from('outcomes.csv')} --beliefs ${path} -o weighed.yaml`,
        },
      ];
    case 'weighed':
      return [
        { purpose: 'Score by the beliefs', command: `assay score ${from('new.csv')} --profile ${path} -o scores.csv` },
        { purpose: 'Explain one score', command: `assay explain ${from('new.csv')} ACCOUNT --profile ${path}` },
        {
          purpose: 'With more outcomes',
          command: `assay learn ${from('all-outcomes.csv')} --beliefs ${path} -o ${path}`,
        },
        { purpose: 'Share the report', command: `assay report ${path} -o report.html` },
      ];
    case 'description':
    case 'refused':
      return [
        {
          purpose: 'Try with more data',
          command: `assay learn ${from('accounts.csv')} --outcome COLUMN=VALUE -o ${path}`,
        },
        { purpose: 'Share the report', command: `assay report ${path} -o report.html` },
      ];
  }
}

function viewProvenance({ provenance, review }: Profile): Fact[] {
  const { assay, seed, snapshots, id, time } = provenance;
  return [
    ...snapshots.map(({ source, sha256, rows }) => ({
      label: 'Data',
      value: `${source}, ${formatCount(rows)} rows, SHA-256 ${sha256}`,
    })),
    ...(id === undefined ? [] : [{ label: 'Accounts named by', value: id }]),
    ...(time === undefined ? [] : [{ label: 'Time taken from', value: time }]),
    { label: 'Made by', value: `assay ${assay}, seed ${seed}: the same data and seed give the same bytes` },
    { label: 'Review', value: review.every === 'quarter' ? 'every quarter' : 'every half-year' },
  ];
}

/** A file has one snapshot. */
function isJoined({ best, attributes, provenance }: Profile): boolean {
  if (provenance.snapshots.length > 1) return true;
  return best.from !== undefined || best.at !== undefined || attributes.some(({ recipe }) => recipe !== undefined);
}
