import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openKernels } from '../../src/kernels/open-kernels.js';
import { layOutBits, pickBits } from '../../src/learn/bitset.js';
import { searchSubgroups } from '../../src/learn/search-subgroups.js';
import { standardQuality } from '../../src/learn/subgroup-quality.js';

// Made by scripts/credit-g.R from a Debian package; the data stay outside the repository.
const file = process.env.ASSAY_CREDIT_G ?? '';

describe.skipIf(!existsSync(file))(
  'searchSubgroups on German credit (skipped: name the file in ASSAY_CREDIT_G)',
  () => {
    it("finds the qualities of pysubgroup's tests: class bad, nominal attributes, depth 5, weighted relative accuracy", () => {
      const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
      const names = head.split(',');
      const cells = lines.map((line) => line.split(','));
      const labels = Uint8Array.from(cells, (row) => (row[names.indexOf('Class')] === 'bad' ? 1 : 0));
      const rows = Int32Array.from(cells, (_, row) => row);
      const layout = layOutBits(rows, labels);
      const selectors = names.slice(0, -1).flatMap((name, attribute) => {
        const values = [...new Set(cells.map((row) => row[attribute]))].sort();
        const codes = Uint8Array.from(cells, (row) => values.indexOf(row[attribute]));
        return values.map((value, v) => {
          const isIn = Uint8Array.from(values, (_, code) => (code === v ? 1 : 0));
          const into = new Uint32Array(layout.words);
          return { name: `${name} = ${value}`, attribute, bits: pickBits(rows, { codes, isIn, layout, into }) };
        });
      });
      const quality = standardQuality(layout, 1);
      const options = { layout, kernels: openKernels(), maxDepth: 5, minAccounts: 1, count: 10, quality };
      const found = searchSubgroups(selectors, options);
      // The first five stand in pysubgroup's tests; all ten come out of an exhaustive count in Python, too.
      const qualities = [0.0553, 0.0528, 0.0523, 0.0506, 0.0496, 0.0483, 0.0466, 0.0455, 0.0452, 0.0444];
      expect(found.map((one) => Number(one.quality.toFixed(4)))).toEqual(qualities);
      const first = found[0].selectors.map((s) => selectors[s].name);
      expect(first).toEqual(['CheckingAccountStatus = lt.0', 'ForeignWorker = 1']);
    });
  },
);
