/**
 * How often traits and segments are reported where there is nothing: tables of 600 accounts and 60 attributes that mean nothing.
 * Run: npx tsx scripts/measure-null.ts [TABLES, default 200]
 */
import { findSegments } from '../src/learn/find-segments.js';
import { testAttributes } from '../src/learn/test-attributes.js';
import { noisyAccounts } from '../test/learn/noisy-accounts.js';

const tables = Number(process.argv[2] ?? 200);
const accounts = 600;
const rows = Int32Array.from({ length: accounts }, (_, row) => row);
const parts = {
  discovery: rows.filter((row) => row % 3 !== 0),
  confirmation: rows.filter((row) => row % 3 === 0),
};
const reported = { segments: 0, validatedSegments: 0, traits: 0 };
for (let seed = 1; seed <= tables; seed++) {
  const noise = noisyAccounts({ seed, accounts, baseRate: 0.2, planted: 0, oddsRatio: 1 });
  const segments = findSegments({ ...noise, ...parts });
  if (segments.length > 0) reported.segments++;
  if (segments.some(({ status }) => status === 'validated')) reported.validatedSegments++;
  if (testAttributes(noise).some(({ q }) => q <= 0.05)) reported.traits++;
}
console.log(JSON.stringify({ tables, tablesWith: reported }));
