export type TokenKind = 'comment' | 'string' | 'template' | 'regex' | 'word' | 'number' | 'punctuation';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Words after which a slash opens a regular expression and does not divide. */
const beforeExpression = new Set(
  'return typeof case in of delete void throw new else do instanceof await yield default extends'.split(' '),
);

/**
 * Splits TypeScript into tokens, so that rules read code and not comments or strings. TypeScript 7 has no API to ask.
 * Not a parser: whether a slash divides is told from the token before it, and JSX text comes out as words.
 */
export function scanTokens(text: string): Token[] {
  const tokens: Token[] = [];
  /** For each open template, how many braces are open inside its current `${…}`. */
  const templates: number[] = [];
  let at = 0;
  let line = 1;
  let last: Token | undefined;

  const take = (kind: TokenKind, end: number) => {
    const token = { kind, text: text.slice(at, end), line };
    tokens.push(token);
    if (kind !== 'comment') last = token;
    line += token.text.split('\n').length - 1;
    at = end;
  };

  while (at < text.length) {
    const char = text[at];
    const pair = text.slice(at, at + 2);
    if (char === '\n') {
      line += 1;
      at += 1;
    } else if (/\s/.test(char)) at += 1;
    else if (pair === '//' || (pair === '#!' && at === 0)) take('comment', indexOr(text, '\n', at));
    else if (pair === '/*') take('comment', indexOr(text, '*/', at + 2, 2));
    else if (char === '"' || char === "'") take('string', stringEnd(text, at));
    else if (char === '`') takeTemplate(at + 1);
    else if (char === '}' && templates.at(-1) === 0) {
      templates.pop();
      takeTemplate(at + 1);
    } else if (char === '/' && opensRegex(last)) take('regex', regexEnd(text, at));
    else if (/[\w$#@\u0080-\uffff]/.test(char)) {
      const end = at + (/^[\w$#@\u0080-\uffff]+/.exec(text.slice(at, at + 1_000))?.[0].length ?? 1);
      take(/\d/.test(char) ? 'number' : 'word', end);
    } else {
      if (char === '{' && templates.length > 0) templates[templates.length - 1] += 1;
      if (char === '}' && templates.length > 0) templates[templates.length - 1] -= 1;
      take('punctuation', at + 1);
    }
  }
  return tokens;

  function takeTemplate(from: number) {
    let end = from;
    while (end < text.length && text[end] !== '`' && text.slice(end, end + 2) !== '${')
      end += text[end] === '\\' ? 2 : 1;
    if (text[end] === '$') {
      templates.push(0);
      end += 1;
    }
    take('template', Math.min(end + 1, text.length));
  }
}

function indexOr(text: string, what: string, from: number, extra = 0): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found + extra;
}

/** Ends at the closing quote; at the end of the line where the quote never closes, as an apostrophe in JSX text. */
function stringEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== text[start] && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
  return Math.min(text[end] === text[start] ? end + 1 : end, text.length);
}

function regexEnd(text: string, start: number): number {
  let end = start + 1;
  let inClass = false;
  while (end < text.length && text[end] !== '\n' && (inClass || text[end] !== '/')) {
    if (text[end] === '[') inClass = true;
    if (text[end] === ']') inClass = false;
    end += text[end] === '\\' ? 2 : 1;
  }
  end += 1;
  while (/[a-z]/.test(text[end] ?? '')) end += 1;
  return Math.min(end, text.length);
}

function opensRegex(last: Token | undefined): boolean {
  if (last === undefined) return true;
  if (last.kind === 'punctuation') return !')]}'.includes(last.text);
  if (last.kind === 'template') return last.text.endsWith('${');
  return last.kind === 'word' && beforeExpression.has(last.text);
}
