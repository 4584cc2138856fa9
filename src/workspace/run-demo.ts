import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareWithTruth } from '../demo/compare-with-truth.js';
import { type DemoName, demoCompanies } from '../demo/demo-companies.js';
import { type DemoCompany, generateCompany } from '../demo/generate-company.js';
import { techTitanSlide } from '../demo/tech-titan-slide.js';
import type { TruthComparison } from '../demo/truth-comparison.js';
import type { Profile } from '../model/profile.js';
import { diffProfiles } from '../profile/diff-profiles.js';
import { parseProfile } from '../profile/parse-profile.js';
import { printProfile } from '../profile/print-profile.js';
import type { ProfileChange } from '../profile/profile-change.js';
import type { WidthReport } from '../validate/width/width-report.js';
import { learnProfile } from './learn-profile.js';
import type { LearnOptions } from './learned-profile.js';
import { measureWidthFile } from './measure-width-file.js';
import { printScores } from './print-scores.js';
import type { ProgressOptions } from './progress.js';
import { type FileScores, scoreFile } from './score-file.js';
import { weighBeliefs } from './weigh-beliefs.js';
import { writeFile } from './write-file.js';
import { writeReport } from './write-report.js';

/** One thing that the demo did, in the order in which it should be read. */
export type DemoStep =
  | { readonly kind: 'learned'; readonly title: string; readonly command: string; readonly profile: Profile }
  | { readonly kind: 'compared'; readonly comparison: TruthComparison }
  | { readonly kind: 'widened'; readonly title: string; readonly command: string; readonly report: WidthReport }
  | { readonly kind: 'changed'; readonly title: string; readonly changes: readonly ProfileChange[] }
  | { readonly kind: 'weighed'; readonly title: string; readonly stages: readonly BeliefStage[]; readonly next: string }
  | { readonly kind: 'scored'; readonly title: string; readonly command: string; readonly scores: FileScores };

/** The beliefs after some conversations; `conversations` 0 is before any. */
export interface BeliefStage {
  readonly conversations: number;
  readonly profile: Profile;
}

export interface DemoRun {
  readonly company: DemoCompany;
  readonly folder: string;
  readonly steps: readonly DemoStep[];
}

export interface DemoOptions extends ProgressOptions {
  readonly seed: number;
  /** Where the files go: data, profiles, reports, scores. */
  readonly folder: string;
}

/** Makes a demo company, does the main job on its files, and puts what was found beside what was planted. */
export async function runDemo(name: DemoName, options: DemoOptions): Promise<DemoRun> {
  options.onProgress?.(`generating ${name}`);
  const company = generateCompany(demoCompanies[name], { seed: options.seed });
  await mkdir(options.folder, { recursive: true });
  for (const { name: file, text } of company.files) await writeFile(join(options.folder, file), text);
  const stage: Stage = { ...options, company };
  return { company, folder: options.folder, steps: await scripts[name](stage) };
}

interface Stage extends DemoOptions {
  readonly company: DemoCompany;
}

const scripts: Readonly<Record<DemoName, (stage: Stage) => Promise<DemoStep[]>>> = {
  'tech-titan': runTechTitan,
  'fresh-and-fast': runFreshAndFast,
  nexacrm: runNexacrm,
};

async function runTechTitan(stage: Stage): Promise<DemoStep[]> {
  const learned = await learn(stage, { title: 'Learnt from the deals of two years', output: 'icp' });
  const { profile } = learned;
  const scores = await scoreFile(dataFile(stage), { profile, ...stage });
  await writeFile(join(stage.folder, 'scores.csv'), printScores(scores));
  const scored = { kind: 'scored', title: 'Every account scored', command: scoreCommand(stage), scores } as const;
  return [learned, compare(stage, profile), await widen(stage), scored];
}

/** What the slide says, judged by the deals of two years. */
async function widen(stage: Stage): Promise<DemoStep> {
  const slide = parseProfile(techTitanSlide, { file: 'slide.yaml' });
  await writeFile(join(stage.folder, 'slide.yaml'), techTitanSlide);
  stage.onProgress?.('judging the slide');
  const { report } = await measureWidthFile(dataFile(stage), { profile: slide });
  const command = `assay width ${stage.company.files[0].name} --profile slide.yaml`;
  return { kind: 'widened', title: 'The slide says "large tech": is that too narrow?', command, report };
}

/** The turn of the market lies between these; a company would find it by its proof failing, as the first step shows. */
const beforeTurn = '2024-10-01';
const afterTurn = '2025-03-01';

async function runFreshAndFast(stage: Stage): Promise<DemoStep[]> {
  const all = await learn(stage, { title: 'Learnt from three years, judged on the latest quarter', output: 'icp-all' });
  const window = { until: beforeTurn };
  const before = await learn(stage, {
    title: `Learnt from what was known before ${beforeTurn}`,
    output: 'icp-before',
    window,
  });
  const later = { since: afterTurn };
  const after = await learn(stage, { title: `Learnt from what came since ${afterTurn}`, output: 'icp', window: later });
  const changes = diffProfiles(before.profile, after.profile);
  return [
    all,
    before,
    after,
    { kind: 'changed', title: 'What changed between the two (assay diff icp-before.yaml icp.yaml)', changes },
    compare(stage, after.profile, later),
  ];
}

async function runNexacrm(stage: Stage): Promise<DemoStep[]> {
  const { company, folder, onProgress } = stage;
  if (company.beliefs === null) return [];
  const beliefs = parseProfile(company.beliefs.text, { file: company.beliefs.name });
  await writeFile(join(folder, company.beliefs.name), company.beliefs.text);
  const prospects = join(folder, 'prospects.csv');
  const scores = await scoreFile(prospects, { profile: beliefs, ...(onProgress ? { onProgress } : {}) });
  await writeFile(join(folder, 'scores-by-beliefs.csv'), printScores(scores));
  const stages: BeliefStage[] = [{ conversations: 0, profile: beliefs }];
  let next = '';
  for (const file of company.files.filter(({ name }) => name.startsWith('conversations'))) {
    const weighed = await weighBeliefs(join(folder, file.name), { profile: beliefs });
    stages.push({ conversations: weighed.profile.learned.accounts, profile: weighed.profile });
    next = weighed.next?.sentence ?? '';
  }
  const last = stages[stages.length - 1].profile;
  await writeFile(join(folder, 'icp.yaml'), printProfile(last));
  await writeReport(join(folder, 'report.html'), { profile: last, profileFile: 'icp.yaml' });
  const command = 'assay score prospects.csv --profile beliefs.yaml -o scores-by-beliefs.csv';
  return [
    { kind: 'scored', title: 'Prospects scored by beliefs alone, before any conversation', command, scores },
    { kind: 'weighed', title: 'What is left of each belief after some conversations', stages, next },
    compare(stage, last),
  ];
}

async function learn(
  stage: Stage,
  { title, output, window = {} }: { title: string; output: string; window?: Pick<LearnOptions, 'since' | 'until'> },
): Promise<Extract<DemoStep, { kind: 'learned' }>> {
  const { company, folder, onProgress } = stage;
  const { column, value, id, time, keep } = company.outcome;
  const options: LearnOptions = {
    outcome: `${column}=${value}`,
    name: `${company.title} ideal customer`,
    market: company.market,
    ...(id === null ? {} : { id }),
    ...(time === null ? {} : { time }),
    ...(keep.length === 0 ? {} : { keep }),
    ...window,
    ...(onProgress === undefined ? {} : { onProgress }),
  };
  const { profile } = await learnProfile(dataFile(stage), options);
  const file = `${output}.yaml`;
  await writeFile(join(folder, file), printProfile(profile));
  await writeReport(join(folder, `${output.replace('icp', 'report')}.html`), { profile, profileFile: file });
  const words = ['assay learn', company.files[0].name, `--outcome ${column}=${value}`];
  if (time !== null) words.push(`--time ${time}`);
  if (keep.length > 0) words.push(`--keep ${keep.join(',')}`);
  for (const [flag, at] of Object.entries(window)) words.push(`--${flag} ${at}`);
  return { kind: 'learned', title, command: [...words, `-o ${file}`].join(' '), profile };
}

function compare({ company }: Stage, profile: Profile, window: { since?: string; until?: string } = {}): DemoStep {
  return { kind: 'compared', comparison: compareWithTruth(profile, company.truth, window) };
}

function dataFile({ company, folder }: Stage): string {
  return join(folder, company.files[0].name);
}

function scoreCommand({ company }: Stage): string {
  return `assay score ${company.files[0].name} --profile icp.yaml -o scores.csv`;
}
