/** Whether the ICP is too narrow or too broad, and how business goes inside and outside it. */
import { learnProfile, measureKpisFile, measureWidthFile } from 'assay';
import { demoDeals } from './demo-data.js';

const { earlier, later } = demoDeals();
const { profile } = await learnProfile(earlier, { outcome: 'status=won', id: 'account_id' });

// Half of the accounts can be worked; working one costs 100, a win is worth 1,000.
const width = await measureWidthFile(later, { profile, capacity: 300, cost: 100, winValue: 1000 });
console.log(`${width.report.verdict}: ${width.report.sentence}`);

const { report } = await measureKpisFile(later, { profile, wishes: {} });
console.log(report.sentence);
