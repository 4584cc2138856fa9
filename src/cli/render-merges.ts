import pc from 'picocolors';
import { layOutTable } from '../report/terminal-table.js';
import type { MergePair, MergesReport } from '../workspace/list-merges.js';
import { plainText } from './plain-text.js';

const shown = 20;
const examples = 3;
const idWidth = 8;

interface Section {
  readonly title: string;
  readonly isIn: (pair: MergePair) => boolean;
  /** What is plainly one is counted, with an example, unless all is asked for. */
  readonly isTrivial?: true;
}

/** What a person should look at comes first. */
const sections: readonly Section[] = [
  { title: 'Doubtful, read as one (--undo ID)', isIn: (pair) => pair.isDoubtful && isOne(pair) },
  { title: 'May be one, left apart (--accept ID)', isIn: ({ state }) => state === 'unsure' },
  {
    title: 'One account (--undo ID takes a pair apart, --split ID the second row from all)',
    isIn: (pair) => pair.kind === 'rows' && !pair.isDoubtful && isOne(pair),
  },
  {
    title: 'Keys in another spelling, read as one (--undo ID)',
    isIn: (pair) => pair.kind === 'keys' && !pair.isDoubtful && isOne(pair),
    isTrivial: true,
  },
  { title: 'Taken apart by a person (--accept ID takes that back)', isIn: ({ state }) => state === 'apart' },
];

/** Pairs by what became of them, each with its id, score and reason. */
export function renderMerges(
  { rows, accounts, pairs }: MergesReport,
  { color, width, isAll }: { color: boolean; width: number; isAll: boolean },
): string {
  const paint = pc.createColors(color);
  const lines = [`${count(rows)} account rows are ${count(accounts)} accounts.`];
  for (const { title, isIn, isTrivial } of sections) {
    const own = pairs.filter(isIn);
    if (own.length === 0) continue;
    lines.push('', `${paint.bold(title)}: ${count(own.length)}`);
    const listed = isAll ? own : own.slice(0, isTrivial ? examples : shown);
    for (const pair of listed)
      lines.push(
        ...layOutTable([[pair.id, plainText(textOf(pair))]], [{ width: idWidth }, { width: width - idWidth - 6 }]),
      );
    if (listed.length < own.length) lines.push(`  … and ${count(own.length - listed.length)} more (--all)`);
  }
  return lines.join('\n');
}

function textOf({ kind, one, other, score, reason, state, files }: MergePair): string {
  const sure = score === null ? '' : ` (${Math.round(100 * score)} %)`;
  const where = files.length === 0 ? '' : ` in ${files.join(', ')}`;
  const verb = state === 'unsure' ? 'may be' : state === 'apart' ? 'is not' : 'is';
  const names = kind === 'keys' ? `“${other}”${where} ${verb} “${one}”` : `${other} ${verb} ${one}`;
  return `${names}${sure}: ${state === 'accepted' && !/person said/.test(reason) ? 'A person said so. ' : ''}${reason}`;
}

function isOne({ state }: MergePair): boolean {
  return state === 'merged' || state === 'accepted';
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
