export { type DemoName, demoCompanies, demoNames } from './demo/demo-companies.js';
export { type DemoCompany, generateCompany } from './demo/generate-company.js';
export { AssayError, type ErrorCode, formatPlace, type Place } from './errors.js';
export type { CardChoice } from './learn/learn-scorecard.js';
export type {
  AmountBaseline,
  AmountFifth,
  AmountFindings,
  AmountMeasures,
  AmountProof,
  ValuePoint,
} from './model/amount-proof.js';
export type { Attribute, AttributeKind, AttributeType } from './model/attribute.js';
export type { Belief, Criterion, Evidence, Role, Status } from './model/criterion.js';
export type { Interval } from './model/estimate.js';
export type { Best, BestTime, Profile, Provenance, SetAside, SetAsideReason } from './model/profile.js';
export type { Baseline, CalibrationBin, GainsPoint, Proof, Split, SplitMethod, Verdict } from './model/proof.js';
export type {
  AmountSpread,
  Axis,
  CategoryGroup,
  CategoryTerm,
  LengthPoint,
  MemberTerm,
  NumericTerm,
  PairTerm,
  Scorecard,
  StayingBase,
  Term,
  Tier,
} from './model/scorecard.js';
export type { Segment } from './model/segment.js';
export type { QuarantinedRecord } from './model/table.js';
export type {
  KeptGroup,
  KeptPoint,
  Period,
  TimeBaseline,
  TimeFindings,
  TimeMeasures,
  TimeProof,
  TimeSpan,
  TimeTier,
} from './model/time-proof.js';
export type { Condition, Trait } from './model/trait.js';
export { formatTrait } from './model/trait-text.js';
export { diffProfiles } from './profile/diff-profiles.js';
export { formatChange } from './profile/format-change.js';
export { parseProfile } from './profile/parse-profile.js';
export { printProfile } from './profile/print-profile.js';
export type { ProfileChange } from './profile/profile-change.js';
export { version } from './version.js';
export type { AccountsSource, WorkspaceSource } from './workspace/accounts-input.js';
export { createScorer, type RecordScore } from './workspace/create-scorer.js';
export { type AccountExplanation, type ExplainOptions, explainFile } from './workspace/explain-file.js';
export { type ExportSqlOptions, exportSql } from './workspace/export-sql.js';
export { learnProfile } from './workspace/learn-profile.js';
export type { LearnedProfile, LearnOptions } from './workspace/learned-profile.js';
export { printScores } from './workspace/print-scores.js';
export { readProfile } from './workspace/read-profile.js';
export { type AccountScore, type FileScores, type ScoreOptions, scoreFile } from './workspace/score-file.js';
export type { TimeAsked } from './workspace/time-request.js';
export { type Validation, validateFile } from './workspace/validate-file.js';
export { type WeighedBeliefs, type WeighOptions, weighBeliefs } from './workspace/weigh-beliefs.js';
export { writeReport } from './workspace/write-report.js';
