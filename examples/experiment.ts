/** Whether acting on the profile causes anything: an experiment planned, its accounts drawn, its outcomes read. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignFile, learnProfile, planExperimentFile, printAssignments, readExperimentFile } from 'assay';
import { demoDeals } from './demo-data.js';

const { folder, earlier, later } = demoDeals();
const { profile } = await learnProfile(earlier, { outcome: 'status=won', id: 'account_id' });

const { experiment, plan } = await planExperimentFile({
  profile,
  effect: 0.3,
  power: 0.8,
  alpha: 0.05,
  reading: 'once',
  acting: ['call'],
  holdout: 0.5,
  stratify: 'tier',
  guardRails: [],
  salt: 'spring',
});
console.log(`${plan.accounts} accounts: ${experiment.arms.map(({ name, share }) => `${name} ${share}`).join(', ')}`);

const { assignments } = await assignFile(later, { experiment, profile, id: 'account_id' });
const file = join(folder, 'assignments.csv');
writeFileSync(file, printAssignments(assignments));

// What would come from the CRM weeks later; here every second account that was called is won, of the others every fifth.
const outcomes = join(folder, 'outcomes.csv');
const statusOf = (arm: string, i: number) => (i % (arm === 'call' ? 2 : 5) === 0 ? 'won' : 'lost');
const lines = assignments.map(({ account, arm }, i) => `${account},${statusOf(arm, i)}`);
writeFileSync(outcomes, `account_id,status\n${lines.join('\n')}\n`);

const { reading } = await readExperimentFile(outcomes, { experiment, assignments: file, id: 'account_id' });
console.log(`${reading.verdict}: ${reading.sentence}`);
