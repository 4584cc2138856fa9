/** One score taken apart: contributions that add up exactly, and the smallest changes to the next tier. */
import { explainFile, learnProfile, scoreFile } from 'assay';
import { demoDeals } from './demo-data.js';

const { earlier, later } = demoDeals();
const { profile } = await learnProfile(earlier, { outcome: 'status=won', id: 'account_id', time: 'created_on' });
const { accounts } = await scoreFile(later, { profile });
const account = accounts.find(({ tier }) => tier === 'stretch') ?? accounts[0];
const { points, base, contributions, changes } = await explainFile(later, { profile, account: account.id });

console.log(`${account.id}: ${points} points = ${base} + ${contributions.map((line) => line.points).join(' + ')}`);
for (const { to, steps } of changes) console.log(`${to} with ${steps.map((step) => step.to).join(' and ')}`);
