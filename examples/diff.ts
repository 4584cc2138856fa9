/** What changed between two profiles, by meaning and not by line. */
import { diffProfiles, formatChange, learnProfile } from 'assay';
import { demoDeals } from './demo-data.js';

const { earlier, later } = demoDeals();
const options = { outcome: 'status=won', id: 'account_id', time: 'created_on' };
const before = await learnProfile(earlier, options);
const after = await learnProfile(later, options);

for (const change of diffProfiles(before.profile, after.profile).slice(0, 5)) console.log(formatChange(change));
