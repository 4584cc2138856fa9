import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/stats/random.js';
import { newFolder } from './run-assay.js';

export interface DealsOptions {
  readonly rows: number;
  readonly seed?: number;
  /** Log-odds that `plan = Team` adds; 0 makes a file without any signal. */
  readonly effect?: number;
  readonly firstId?: number;
}

/** A small file of deals: two attributes with an effect, three without; one of each twelve values is missing. */
export function writeDeals(name: string, { rows, seed = 1, effect = 1.6, firstId = 1 }: DealsOptions): string {
  const random = createRandom(seed);
  const pick = (values: readonly string[]) => values[random.int(values.length)];
  const lines = ['deal_id,plan,seats,region,channel,weekday,outcome'];
  for (let i = 0; i < rows; i++) {
    const plan = pick(['Solo', 'Team', 'Business']);
    const seats = 1 + random.int(200);
    const logOdds = -0.8 + (plan === 'Team' ? effect : 0) + (seats >= 100 ? effect / 2 : 0);
    const won = random.next() < 1 / (1 + Math.exp(-logOdds)) ? 'won' : 'lost';
    const region = random.int(12) === 0 ? '' : pick(['North', 'South', 'East', 'West']);
    lines.push(
      `D${firstId + i},${plan},${seats},${region},${pick(['Web', 'Fair', 'Call'])},${pick(['Mon', 'Tue', 'Wed'])},${won}`,
    );
  }
  const path = join(newFolder(), name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
