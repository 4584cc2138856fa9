/** From a file with outcomes to a profile: what was found, and how it is known. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTrait, learnProfile, printProfile } from 'assay';
import { demoDeals } from './demo-data.js';

const { folder, earlier } = demoDeals();
const { profile } = await learnProfile(earlier, { outcome: 'status=won', id: 'account_id', time: 'created_on' });

console.log(profile.verdict, profile.reasons.join(' '));
for (const { trait, role, evidence } of profile.criteria) {
  console.log(`${role.padEnd(12)} ${formatTrait(trait)}, lift ${evidence?.lift.estimate.toFixed(2)}`);
}
writeFileSync(join(folder, 'icp.yaml'), printProfile(profile));
