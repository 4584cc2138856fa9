/** What customers are worth: their purchases, lifetime value from here on, and a model fitted to a published table. */
import { fileURLToPath } from 'node:url';
import { countTenures, fitContract, measureValue, tenuresOfCohort } from 'assay';

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const { report, values } = await measureValue(beside('orders.csv'), {
  attributes: beside('customers.csv'),
  by: ['kind'],
});

console.log(`${report.money?.total} ${report.currency ?? ''} of ${report.accounts} customers`);
const [best] = report.concentration?.best ?? [];
console.log(`the best is ${best.account} with ${(100 * best.share).toFixed(1)} %`);
console.log(`from here on: ${report.lifetime?.method}; ${Math.round(values.lifetime?.value[0] ?? 0)} of the first`);

// P. Fader and B. Hardie's "High End" customers: of 1,000 so many were there after each year.
const left = tenuresOfCohort([1000, 869, 743, 653, 593, 551, 517, 491]);
const fit = fitContract(left);
if (fit.status === 'fitted') console.log(`renewal: alpha ${fit.alpha.toFixed(3)}, beta ${fit.beta.toFixed(3)}`);

const own = countTenures({ tenure: [3, 12, 7], hasLeft: [1, 0, 0] });
console.log(`of ${own.left.length - 1} months: ${fitContract(own).status}`);
