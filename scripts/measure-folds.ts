/**
 * What `assay learn` and `assay score` reach on rows that were not learnt from, as one JSON line.
 * Run: npx tsx scripts/measure-folds.ts FILE.csv OUTCOME=VALUE [mod5|last20] [EXCLUDED,…] [--card full|short|ROWS] [--keep KEPT,…]
 * mod5: five folds, fold k judges the records whose number modulo 5 is k; last20: the first 80 % are learnt from. One
 * record a line: the file is cut by lines.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyOutcome } from '../src/intake/apply-outcome.js';
import { readFile } from '../src/intake/read-file.js';
import { logOddsOf } from '../src/score/fit.js';
import { termRows } from '../src/score/term-rows.js';
import { auc } from '../src/stats/auc.js';
import { calibrationError } from '../src/stats/calibration-error.js';
import { liftTopShare } from '../src/stats/lift-top-share.js';
import { logLoss } from '../src/stats/log-loss.js';
import { learnProfile } from '../src/workspace/learn-profile.js';
import { scoreFile } from '../src/workspace/score-file.js';

const { positionals, values: flags } = parseArgs({
  allowPositionals: true,
  options: { card: { type: 'string' }, keep: { type: 'string', default: '' } },
});
const [file, outcome, split = 'mod5', excluded = ''] = positionals;
const card =
  flags.card === undefined || flags.card === 'full' || flags.card === 'short' ? flags.card : Number(flags.card);
const [header, ...records] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
const folder = mkdtempSync(join(tmpdir(), 'assay-folds-'));
const border = Math.floor(0.8 * records.length);
const tests =
  split === 'last20' ? [(i: number) => i >= border] : [0, 1, 2, 3, 4].map((k) => (i: number) => i % 5 === k);
const judged = {
  aucs: [] as number[],
  probabilities: [] as number[],
  labels: [] as number[],
  sizes: [] as number[][],
  seconds: 0,
};

for (const isHeldOut of tests) {
  const write = (name: string, isWanted: (i: number) => boolean) => {
    const path = join(folder, name);
    writeFileSync(path, `${[header, ...records.filter((_, i) => isWanted(i))].join('\n')}\n`);
    return path;
  };
  const learnt = write('learn.csv', (i) => !isHeldOut(i));
  const heldOut = write('score.csv', isHeldOut);
  const started = performance.now();
  const { profile } = await learnProfile(learnt, {
    outcome,
    exclude: excluded === '' ? [] : [excluded],
    keep: flags.keep === '' ? [] : [flags.keep],
    ...(card === undefined ? {} : { card }),
  });
  judged.seconds += (performance.now() - started) / 1000 / tests.length;
  const scorecard = profile.scorecard;
  if (scorecard === null) throw new Error(`refused: ${profile.reasons.join(' ')}`);
  const { accounts } = await scoreFile(heldOut, { profile });
  const column = (await readFile(heldOut, {})).columns.find(({ name }) => name === profile.best.outcome);
  if (column === undefined) throw new Error('no outcome');
  const labels = applyOutcome(column, profile.best);
  const logOdds = accounts.map(({ points }) => logOddsOf(scorecard, points ?? 0));
  judged.sizes.push([
    new Set(scorecard.terms.map(({ attribute }) => attribute)).size,
    scorecard.terms.reduce((sum, term) => sum + termRows(term).length, 0),
    scorecard.pairs.length,
  ]);
  judged.aucs.push(auc(logOdds, labels));
  judged.probabilities.push(...logOdds.map((value) => 1 / (1 + Math.exp(-value))));
  judged.labels.push(...labels);
}
rmSync(folder, { recursive: true });

const { aucs, probabilities, labels, seconds } = judged;
const round = (value: number, digits: number) => Number(value.toFixed(digits));
console.log(
  JSON.stringify({
    file: file.split('/').at(-1),
    split,
    card: flags.card ?? 'fitting',
    attributesRowsPairs: judged.sizes.map((sizes) => sizes.join('/')).join(' '),
    auc: round(aucs.reduce((sum, value) => sum + value, 0) / aucs.length, 5),
    logLoss: round(logLoss(probabilities, labels), 5),
    liftTopFifth: round(liftTopShare(probabilities, labels, { share: 0.2 }).estimate, 3),
    calibrationError: round(calibrationError(probabilities, labels), 4),
    secondsPerLearning: round(seconds, 2),
  }),
);
