/**
 * Measures how learning grows with accounts and with attributes, each point one run of `assay learn` on a Parquet file of
 * bench/make-accounts.ts, and draws it beside n log n. Points that the table holds already are not measured again.
 * Run: npm run build && npx tsx scripts/plot-growth.ts [ROWS×ATTRIBUTES …]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlotOptions } from '@observablehq/plot';
import { learnFile } from '../bench/learn-cases.js';
import { createPlotter, type PlotModule } from '../src/report/charts/plotter.js';

interface Point {
  readonly rows: number;
  readonly attributes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

const docs = (name: string) => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
const table = docs('growth.json');
const points: Point[] = existsSync(table) ? JSON.parse(readFileSync(table, 'utf8')) : [];
for (const shape of process.argv.slice(2)) {
  const [rows, attributes] = shape.split(/[x×]/).map(Number);
  if (points.some((point) => point.rows === rows && point.attributes === attributes)) continue;
  const point = (await learnFile({ rows, attributes })) as unknown as Point;
  points.push(point);
  points.sort((a, b) => a.attributes - b.attributes || a.rows - b.rows);
  writeFileSync(table, `[\n${points.map((each) => `  ${JSON.stringify(each)}`).join(',\n')}\n]\n`);
  console.log(JSON.stringify(point));
}
const plotter = await createPlotter();
for (const by of ['rows', 'attributes'] as const) {
  const drawn = points.filter((point) => (by === 'rows' ? point.attributes === 20 : point.rows === 10_000));
  if (drawn.length < 2) continue;
  const label = `Processor seconds of learning against ${by}, both in powers of ten, beside n log n through the last point`;
  const svg = plotter({ label, options: (Plot) => chartOf(Plot, { by, drawn }) });
  const styled = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" style="background:#fff" ');
  writeFileSync(docs(`growth-${by}.svg`), `${styled}\n`);
}

function chartOf(Plot: PlotModule, { by, drawn }: { by: 'rows' | 'attributes'; drawn: readonly Point[] }): PlotOptions {
  const last = drawn.reduce((most, point) => (point[by] > most[by] ? point : most));
  const growth = (n: number) => (last.cpuSeconds * n * Math.log(n)) / (last[by] * Math.log(last[by]));
  const bound = drawn.map((point) => ({ n: point[by], seconds: growth(point[by]) }));
  return {
    width: 480,
    height: 300,
    marginLeft: 54,
    x: { type: 'log', label: by, grid: true, tickFormat: '~s' },
    y: { type: 'log', label: 'processor seconds', grid: true, tickFormat: '~g' },
    marks: [
      Plot.line(bound, { x: 'n', y: 'seconds', stroke: '#888', strokeDasharray: '4 3' }),
      Plot.text(bound.slice(0, 1), { x: 'n', y: 'seconds', text: () => 'n log n', dy: 12, fill: '#666' }),
      Plot.line(drawn, { x: by, y: 'cpuSeconds', stroke: '#1a56a8' }),
      Plot.dot(drawn, { x: by, y: 'cpuSeconds', fill: '#1a56a8', r: 4 }),
    ],
  };
}
