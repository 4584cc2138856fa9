import { scanTokens, type Token } from './scan-tokens.js';

export interface Import {
  /** As written: `./trait.js`, `node:fs`, `zod`. */
  readonly specifier: string;
  readonly kind: 'import' | 'reexport' | 'dynamic';
  /** The names inside the braces, as they are called from here on; `*` for a whole module. */
  readonly names: readonly string[];
  /** Leaves nothing behind at run time: `import type …`, or every name in the braces is marked `type`. */
  readonly isTypeOnly: boolean;
  readonly line: number;
}

export interface ModuleLinks {
  readonly imports: readonly Import[];
  /** Names in `export { … }` without a `from`. */
  readonly exportedLocals: readonly string[];
}

/** Every way in which one file of code names another: import, `export … from`, `import()`, `require()`. */
export function findImports(text: string): ModuleLinks {
  const tokens = scanTokens(text).filter((token) => token.kind !== 'comment');
  const imports: Import[] = [];
  const exportedLocals: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token.kind !== 'word' || tokens[i - 1]?.text === '.' || tokens[i + 1]?.text === ':') continue;
    if (token.text === 'import' || token.text === 'require') {
      const link = readImport(tokens, i);
      if (link) imports.push(link);
    } else if (token.text === 'export') {
      const clause = readExport(tokens, i);
      if (!clause) continue;
      if (clause.specifier === undefined) exportedLocals.push(...clause.names);
      else
        imports.push({ ...clause, specifier: clause.specifier, kind: 'reexport', isTypeOnly: false, line: token.line });
    }
  }
  return { imports, exportedLocals };
}

function readImport(tokens: readonly Token[], start: number): Import | undefined {
  const { line, text } = tokens[start];
  const next = tokens[start + 1];
  if (next?.text === '(') {
    const specifier = unquote(tokens[start + 2]);
    return specifier === undefined ? undefined : { specifier, kind: 'dynamic', names: ['*'], isTypeOnly: false, line };
  }
  if (text === 'require' || next?.text === '.') return undefined;
  let end = start + 1;
  while (end < tokens.length && tokens[end].kind !== 'string') end += 1;
  const specifier = unquote(tokens[end]);
  if (specifier === undefined) return undefined;
  const clause = tokens.slice(start + 1, end);
  return { specifier, kind: 'import', names: boundNames(clause), isTypeOnly: bindsTypesOnly(clause), line };
}

function bindsTypesOnly(clause: readonly Token[]): boolean {
  const [first, second] = clause;
  if (first?.text === 'type' && second?.text !== 'from' && second?.text !== ',') return true;
  const marks = clause.filter(
    ({ text }, i) => text === 'type' && clause[i + 1]?.kind === 'word' && clause[i + 1].text !== 'as',
  );
  return first?.text === '{' && marks.length > 0 && marks.length === boundNames(clause).length;
}

function readExport(tokens: readonly Token[], start: number) {
  let at = start + 1;
  if (tokens[at]?.text === 'type') at += 1;
  const open = tokens[at]?.text;
  if (open !== '{' && open !== '*') return undefined;
  const from = at;
  if (open === '{') while (at < tokens.length && tokens[at].text !== '}') at += 1;
  else while (at + 1 < tokens.length && tokens[at + 1].text !== 'from') at += 1;
  const names = boundNames(tokens.slice(from, at + 1));
  return { names, specifier: tokens[at + 1]?.text === 'from' ? unquote(tokens[at + 2]) : undefined };
}

/** `{ a, type B, c as d }` → a, B, d; `* as e` → e; `*` → `*`. */
function boundNames(tokens: readonly Token[]): string[] {
  const names: string[] = [];
  for (const [i, token] of tokens.entries()) {
    const after = tokens[i + 1]?.text;
    if (token.text === '*' && after !== 'as') names.push('*');
    if (token.kind !== 'word' || token.text === 'as' || token.text === 'from' || after === 'as') continue;
    if (token.text === 'type' && after !== ',' && after !== '}') continue;
    names.push(token.text);
  }
  return names;
}

function unquote(token: Token | undefined): string | undefined {
  return token?.kind === 'string' ? token.text.slice(1, -1) : undefined;
}
