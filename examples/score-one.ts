/** Scoring one record at a time, as an API or a form would, and the same profile as SQL for a warehouse. */
import { createScorer, exportSql, learnProfile } from 'assay';
import { demoDeals } from './demo-data.js';

const { earlier } = demoDeals();
const { profile } = await learnProfile(earlier, { outcome: 'status=won', id: 'account_id', card: 'short' });

const score = createScorer(profile);
const { points, fit, tier, reasons } = score({ recent_trigger: 'New funding round', tools_in_use: 5, employees: 400 });
console.log(`${points} points, fit ${fit}, ${tier}: ${reasons.join('; ')}`);

console.log(`${exportSql({ profile, from: 'crm.accounts' }).split('\n').length} lines of SQL give the same points`);
