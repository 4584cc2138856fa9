import { codeIn, type TreeFile } from './read-tree.js';
import { scanTokens } from './scan-tokens.js';

/** Where time, chance, the environment and the terminal may be touched; everyone else is handed them. */
const allowed = ['src/workspace/', 'src/cli/', 'src/server/', 'src/mcp/'];

const hidden: readonly (readonly string[])[] = [
  ['Math', '.', 'random'],
  ['Date', '.', 'now'],
  ['new', 'Date', '(', ')'],
  ['performance', '.', 'now'],
  ['randomUUID'],
  ['randomBytes'],
  ['process', '.', 'env'],
  ['process', '.', 'stdout'],
  ['process', '.', 'stderr'],
  ['process', '.', 'exit'],
  ['console'],
];

/** Places in src/ below the workspace where a result could depend on more than its arguments and seed. */
export function findHiddenEffects(files: readonly TreeFile[]): string[] {
  const found: string[] = [];
  for (const { path, text } of codeIn(files, 'src/')) {
    if (allowed.some((folder) => path.startsWith(folder))) continue;
    const tokens = scanTokens(text).filter(({ kind }) => kind !== 'comment');
    for (const [i, { line }] of tokens.entries()) {
      const effect = hidden.find((words) => words.every((word, k) => tokens[i + k]?.text === word));
      if (effect && tokens[i - 1]?.text !== '.') found.push(`${path}:${line}: ${effect.join('')}`);
    }
  }
  return found;
}
