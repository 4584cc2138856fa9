import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as assay from '../../src/index.js';
import { findImports } from './find-imports.js';
import { top } from './read-tree.js';
import { scanTokens } from './scan-tokens.js';

/** The public names of the package. Adding one is a promise; taking one away breaks someone. */
const publicValues = `
  AssayError assignFile countTenures createScorer demoCompanies demoNames diffProfiles explainFile exportSql formatChange formatPlace
  fitContract fitPurchases fitSpend formatTrait generateCompany
  learnProfile learnValue measureKpisFile measureValue measureWidthFile parseProfile parseValue planExperimentFile
  printAssignments printProfile printScores printValues readExperimentDocument readExperimentFile readProfile scoreFile
  tenuresOfCohort validateFile version weighBeliefs writeExperiment writeReport
`;
const publicTypes = `
  AccountExplanation AccountScore AccountsSource AmountBaseline AmountFifth AmountFindings AmountMeasures AmountProof AmountSpread
  Attribute AttributeKind AttributeType Axis Baseline Belief Best BestTime CalibrationBin
  CardChoice CategoryGroup CategoryTerm Condition ContractFit ContractTenures Criterion DemoCompany DemoName ErrorCode Evidence ExplainOptions ExportSqlOptions FileScores GainsPoint Gathering
  Interval KeptGroup KeptPoint LearnOptions LearnedProfile LengthPoint LifetimeReport LifetimeValues MeasuredValue MemberTerm NumericTerm
  PairTerm Period Place Profile ProfileChange Proof Provenance PurchaseFit PurchaseHistories PurchaseModelKind
  QuarantinedRecord RecordScore Refused Role Scaling ScoreOptions Scorecard Segment SetAside SetAsideReason SpendFit Split SplitMethod Status StayingBase Team Term Tier
  TimeAsked TimeBaseline TimeFindings TimeMeasures TimeProof TimeSpan TimeTier
  Trait Validation ValueColumnsOut ValueComponent ValueDefinition ValueKind ValueOptions ValuePoint ValueReport Verdict WeighOptions WeighedBeliefs
  WorkspaceSource
  Agreement AlignmentReport Arm ArmReading AssignOptions AssignedFile Assignment AuditFinding AuditKind AuditNumber Balance
  Experiment ExperimentDesign ExperimentPlan ExperimentReading FileKpis FileReading FileWidth Gate GateBound GateName GuardRail
  GuardReading KpiField KpiOptions KpiWishes LeakEffect LeakEvidence LeakFinding LeakKind Metric PlanOptions PlannedExperiment
  ReadExperimentOptions ReadingKind ReadingVerdict Refound Severity ValidateOptions WidthOptions WidthReport
`;

const index = readFileSync(join(top, 'src/index.ts'), 'utf8');
const named = (list: string) => list.trim().split(/\s+/);

describe('src/index.ts', () => {
  it('exports these values and no other', () => {
    expect(Object.keys(assay).sort()).toEqual(named(publicValues).sort());
  });

  it('exports these types and no other', () => {
    const values = new Set(Object.keys(assay));
    const names = findImports(index).imports.flatMap((link) => link.names);
    expect(names.filter((name) => !values.has(name)).sort()).toEqual(named(publicTypes).sort());
  });

  it('does nothing but name them', () => {
    const statements = scanTokens(index).filter(({ kind }) => kind !== 'comment');
    const starts = statements.filter((_, i) => i === 0 || statements[i - 1].text === ';');
    expect([...new Set(starts.map(({ text }) => text))]).toEqual(['export']);
    const links = findImports(index).imports;
    expect(links.filter(({ kind, names }) => kind !== 'reexport' || names.includes('*'))).toEqual([]);
  });
});

describe('package.json', () => {
  it('opens the library, its own manifest and nothing else', () => {
    const manifest = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
    expect(Object.keys(manifest.exports)).toEqual(['.', './package.json']);
    expect(manifest.bin).toEqual({ assay: 'bin/assay.js' });
  });
});
