import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKernels } from '../src/kernels/open-kernels.js';
import { layOutBits, pickBits } from '../src/learn/bitset.js';
import { type Subgroup, searchSubgroups } from '../src/learn/search-subgroups.js';
import { standardQuality } from '../src/learn/subgroup-quality.js';
import { createRandom } from '../src/stats/random.js';

const attributes = 50;
const values = 4;

/** Codes of 50 attributes of four values, column by column, then the outcome: one account in five, three in five where three attributes agree. */
export function segmentCodes(rows: number): string {
  const folder = join(tmpdir(), 'assay-bench');
  const file = join(folder, `segment-codes-${rows}.bin`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const { next: random } = createRandom(1);
  const codes = Uint8Array.from({ length: (attributes + 1) * rows }, () => Math.floor(random() * values));
  const labels = codes.subarray(attributes * rows);
  for (let row = 0; row < rows; row++) {
    const isPlanted = codes[row] === 1 && codes[rows + row] === 1 && codes[2 * rows + row] === 0;
    labels[row] = random() < (isPlanted ? 0.6 : 0.2) ? 1 : 0;
  }
  writeFileSync(file, codes);
  return file;
}

/** The ten best conjunctions of up to three of 100 selectors (two values of each attribute), from codes to list. */
export function searchCodes(file: string): Subgroup[] {
  const codes = readFileSync(file);
  const rowCount = codes.length / (attributes + 1);
  const rows = Int32Array.from({ length: rowCount }, (_, row) => row);
  const layout = layOutBits(rows, codes.subarray(attributes * rowCount));
  const kernels = openKernels();
  const matrix = kernels.words(2 * attributes * layout.words);
  const selectors = Array.from({ length: 2 * attributes }, (_, s) => {
    const attribute = s >> 1;
    const column = codes.subarray(attribute * rowCount, (attribute + 1) * rowCount);
    const into = matrix.subarray(s * layout.words, (s + 1) * layout.words);
    const isIn = Uint8Array.from({ length: values }, (_, code) => (code === s % 2 ? 1 : 0));
    return { attribute, bits: pickBits(rows, { codes: column, isIn, layout, into }) };
  });
  const options = { layout, kernels, maxDepth: 3, minAccounts: rowCount / 100, count: 10 };
  return searchSubgroups(selectors, { ...options, quality: standardQuality(layout, 0.5) });
}
