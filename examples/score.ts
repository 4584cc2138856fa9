/** Scoring accounts whose outcome is not known yet: every row comes out once, in its order. */
import { learnProfile, printScores, scoreFile } from 'assay';
import { demoDeals } from './demo-data.js';

const { earlier, later } = demoDeals();
const { profile } = await learnProfile(earlier, { outcome: 'status=won', id: 'account_id', time: 'created_on' });
const scores = await scoreFile(later, { profile });

console.log(printScores(scores).split('\n').slice(0, 4).join('\n'));
console.log(`${scores.accounts.filter(({ tier }) => tier === 'ideal').length} of ${scores.accounts.length} are ideal`);
