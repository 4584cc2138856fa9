/** The proof once more, on outcomes that came after the profile was learnt. */
import { learnProfile, validateFile } from 'assay';
import { demoDeals } from './demo-data.js';

const { earlier, later } = demoDeals();
const { profile } = await learnProfile(earlier, { outcome: 'status=won', id: 'account_id', time: 'created_on' });
const { verdict, proof, criteria } = await validateFile(later, { profile });

// An amount, unlike yes or no, is proven in another way: `proof` is null then.
if (proof !== null) console.log(`${verdict}: AUC ${proof.auc.estimate.toFixed(2)} on ${proof.accounts} later accounts`);
console.log(`${criteria.filter(({ status }) => status === 'validated').length} of ${criteria.length} criteria hold`);
