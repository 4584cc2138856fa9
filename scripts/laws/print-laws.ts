import Table from 'cli-table3';
import type { Coverage, LawResult } from './sum-trials.js';

/** Two tables for people: the figures of each law, and how often intervals hold the truth. */
export function printLaws(results: readonly LawResult[]): string {
  const figures = new Table({ head: ['law', 'figure', 'found', 'of', 'must be', ''], style: { head: [], border: [] } });
  for (const { law, companies, refused, figures: all } of results) {
    figures.push([law, 'companies refused', percent(refused / companies), companies, '', '']);
    for (const { name, value, of, target, holds } of all) {
      const found = name.startsWith('calibration') ? value.toFixed(4) : percent(value);
      figures.push(['', name, found, of, target ?? '', holds === null ? '' : holds ? 'holds' : 'FAILS']);
    }
  }
  const coverage = new Table({
    head: ['interval', 'law', 'covers', 'of', 'too high', 'too low', ''],
    style: { head: [], border: [] },
  });
  for (const { law, of, intervals, covered, tooHigh, tooLow, judgement } of byKind(results)) {
    coverage.push([of, law, percent(covered), intervals, percent(tooHigh), percent(tooLow), judgement]);
  }
  const seconds = results.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0);
  return [figures.toString(), coverage.toString(), `${seconds.toFixed(0)} processor seconds`].join('\n');
}

function byKind(results: readonly LawResult[]): (Coverage & { law: string })[] {
  const all = results.flatMap(({ law, coverage }) => coverage.map((one) => ({ ...one, law })));
  return all.sort((a, b) => (a.of < b.of ? -1 : a.of > b.of ? 1 : 0));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
