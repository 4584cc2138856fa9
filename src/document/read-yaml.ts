import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Place } from '../errors.js';

/** A YAML text as plain values, every scalar as the text that stands there; with a way back to its places. */
export interface YamlText {
  /** Undefined for an empty document; an empty or `null` value counts as absent. */
  readonly value: unknown;
  readonly problems: readonly { readonly place: Place; readonly message: string; readonly fix: string }[];
  /** Where the value at a path stands; for an absent one, where the nearest thing around it does. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Where a key stands. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
}

/** Deeper than any document of ours; keeps hostile nesting from exhausting the stack. */
const deepest = 40;
const longest = 20_000_000;

/** @param about `what` the text should be, told where it cannot be: `an ICP document`. */
export function readYaml(text: string, { file, what }: { file: string; what: string }): YamlText {
  const lines = new LineCounter();
  const problems: { place: Place; message: string; fix: string }[] = [];
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const report = (place: Place, message: string, fix: string) => problems.push({ place, message, fix });
  const nothing = (message: string, fix: string): YamlText => {
    report({ file, line: 1, column: 1 }, message, fix);
    return { value: undefined, problems, placeOf: () => ({ file, line: 1, column: 1 }), placeOfKey: () => ({ file }) };
  };
  if (text.length > longest) return nothing('The file is longer than 20 MB', `Pass ${what}, not a table.`);
  const document = parseWithin(text, lines);
  if (document === null) return nothing('The document nests too deep', `Pass ${what}.`);
  for (const { code, message, pos } of firstOfEach(document.errors)) {
    const told = messages[code] ?? message.replace(/\.?\s*$/, '');
    report(at(pos[0]), told, fixes[code] ?? 'Look at quotes, colons and indentation here.');
  }
  const toPlain = (node: unknown, depth: number): unknown => {
    if (isScalar(node)) return plainScalar(node);
    if (isAlias(node)) report(at(node.range?.[0] ?? 0), `*${node.source} is an alias`, 'Write the value itself.');
    if (depth > deepest) return undefined;
    if (isSeq(node)) return node.items.map((item) => toPlain(item, depth + 1));
    if (!isMap(node)) return undefined;
    const plain: Record<string, unknown> = Object.create(null);
    for (const { key, value } of node.items) {
      const read = toPlain(value, depth + 1);
      if (isScalar(key)) plain[String(key.value)] = read;
    }
    return plain;
  };
  const find = (path: readonly PropertyKey[]) => {
    let node: ParsedNode | null = document.contents;
    for (const key of path) {
      const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined;
      if (!isScalar(next) && !isMap(next) && !isSeq(next)) break;
      node = next as ParsedNode;
    }
    return node;
  };
  return {
    value: toPlain(document.contents, 0),
    problems,
    placeOf: (path) => at(find(path)?.range[0] ?? 0),
    placeOfKey: (path, key) => {
      const map = find(path);
      const pair = isMap(map)
        ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
        : undefined;
      return at((isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? map?.range[0] ?? 0);
    },
  };
}

function plainScalar(node: { value: unknown; source?: string; type?: string }): unknown {
  const isQuoted = node.type !== undefined && node.type !== 'PLAIN';
  if (!isQuoted && node.value === null) return undefined;
  return node.source ?? String(node.value);
}

/** The parser is recursive: nesting that exhausts the stack is the writer's fault, not a crash. */
function parseWithin(text: string, lineCounter: LineCounter) {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** One slip of syntax makes the parser stumble again and again: only the first tells something. */
function firstOfEach(errors: readonly YAMLError[]): YAMLError[] {
  const slip = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return errors.filter((error) => error.code === 'DUPLICATE_KEY' || error === slip);
}

const messages: Record<string, string> = {
  DUPLICATE_KEY: 'The key stands twice',
  MULTIPLE_DOCS: 'A second document begins here',
};

const fixes: Record<string, string> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Line the keys up under one another.',
  MISSING_CHAR: 'Close the quote or the bracket.',
  MULTIPLE_DOCS: 'Keep one document to a file.',
};
