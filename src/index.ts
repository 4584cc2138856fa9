export type { Balance } from './activate/experiment/balance-arms.js';
export type {
  ArmReading,
  ExperimentReading,
  GuardReading,
  ReadingVerdict,
} from './activate/experiment/experiment-reading.js';
export type { ExperimentPlan } from './activate/experiment/plan-experiment.js';
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
export type { AuditFinding, AuditKind, AuditNumber, Severity } from './model/audit.js';
export type { Belief, Criterion, Evidence, Role, Status } from './model/criterion.js';
export type { Interval } from './model/estimate.js';
export type {
  Arm,
  Assignment,
  Experiment,
  ExperimentDesign,
  GuardRail,
  Metric,
  ReadingKind,
} from './model/experiment.js';
export type { Gate, GateBound, GateName } from './model/gate.js';
export type { LeakEffect, LeakEvidence, LeakFinding, LeakKind } from './model/leak.js';
export type { Best, BestTime, Profile, Provenance, SetAside, SetAsideReason } from './model/profile.js';
export type { Baseline, CalibrationBin, GainsPoint, Proof, Split, SplitMethod, Verdict } from './model/proof.js';
export type { Agreement, Refound } from './model/refound.js';
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
export type {
  Gathering,
  Scaling,
  Team,
  ValueComponent,
  ValueDefinition,
  ValueKind,
} from './model/value-definition.js';
export { diffProfiles } from './profile/diff-profiles.js';
export { formatChange } from './profile/format-change.js';
export { parseProfile } from './profile/parse-profile.js';
export { parseValue } from './profile/parse-value.js';
export { printProfile } from './profile/print-profile.js';
export type { ProfileChange } from './profile/profile-change.js';
export type { AlignmentReport } from './validate/alignment/alignment-report.js';
export type { WidthReport } from './validate/width/width-report.js';
export { type ContractTenures, countTenures, tenuresOfCohort } from './value/lifetime/contract-tenures.js';
export { type ContractFit, fitContract } from './value/lifetime/fit-contract.js';
export { fitPurchases } from './value/lifetime/fit-purchases.js';
export { fitSpend } from './value/lifetime/fit-spend.js';
export type { PurchaseHistories } from './value/lifetime/purchase-histories.js';
export type { PurchaseFit, PurchaseModelKind, Refused } from './value/lifetime/purchase-model.js';
export type { SpendFit } from './value/lifetime/spend-model.js';
export type { LifetimeReport, LifetimeValues } from './value/lifetime-report.js';
export type { ValueReport } from './value/value-report.js';
export { version } from './version.js';
export type { AccountsSource, WorkspaceSource } from './workspace/accounts-input.js';
export { type AssignedFile, type AssignOptions, assignFile } from './workspace/assign-file.js';
export { createScorer, type RecordScore } from './workspace/create-scorer.js';
export { type AccountExplanation, type ExplainOptions, explainFile } from './workspace/explain-file.js';
export { type ExportSqlOptions, exportSql } from './workspace/export-sql.js';
export type { KpiField, KpiWishes } from './workspace/find-kpi-columns.js';
export { learnProfile } from './workspace/learn-profile.js';
export type { LearnedProfile, LearnOptions } from './workspace/learned-profile.js';
export { type FileKpis, type KpiOptions, measureKpisFile } from './workspace/measure-kpis-file.js';
export { type FileWidth, measureWidthFile, type WidthOptions } from './workspace/measure-width-file.js';
export { type PlannedExperiment, type PlanOptions, planExperimentFile } from './workspace/plan-experiment-file.js';
export { printAssignments } from './workspace/print-assignments.js';
export { printScores } from './workspace/print-scores.js';
export { readExperimentDocument } from './workspace/read-experiment-document.js';
export { type FileReading, type ReadExperimentOptions, readExperimentFile } from './workspace/read-experiment-file.js';
export { readProfile } from './workspace/read-profile.js';
export { type AccountScore, type FileScores, type ScoreOptions, scoreFile } from './workspace/score-file.js';
export type { TimeAsked } from './workspace/time-request.js';
export { type ValidateOptions, type Validation, validateFile } from './workspace/validate-file.js';
export { learnValue } from './workspace/value/learn-value.js';
export {
  type MeasuredValue,
  measureValue,
  type ValueColumnsOut,
  type ValueOptions,
} from './workspace/value/measure-value.js';
export { printValues } from './workspace/value/print-values.js';
export { type WeighedBeliefs, type WeighOptions, weighBeliefs } from './workspace/weigh-beliefs.js';
export { writeExperiment } from './workspace/write-experiment.js';
export { writeReport } from './workspace/write-report.js';
