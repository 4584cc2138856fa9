import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { checkProfile } from '../../src/profile/parse-profile.js';
import { findBrokenCommands, listCommands } from './doc-commands.js';
import { type Fence, readFences } from './doc-fences.js';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
const guide = join(checkout, 'docs/guide');
const pages = [
  ...(existsSync(join(checkout, 'README.md')) ? ['README.md'] : []),
  ...(existsSync(guide) ? readdirSync(guide) : [])
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/guide/${name}`),
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-docs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(pages.length === 0)('the pages', () => {
  it.each(pages)(
    '%s: every command does what it says',
    (path) => {
      const fences = readFences(readFileSync(join(checkout, path), 'utf8'), { path });
      expect(findBrokenCommands(listCommands(fences), { folder: layOutExamples(path), scripts })).toEqual([]);
    },
    600_000,
  );

  it.each(pages)('%s: every YAML block is well-formed, and an ICP where it is marked `yaml icp`', (path) => {
    const fences = readFences(readFileSync(join(checkout, path), 'utf8'), { path });
    expect(fences.flatMap(findYamlProblems)).toEqual([]);
  });
});

function findYamlProblems({ language, marks, body, place }: Fence): string[] {
  if (language !== 'yaml') return [];
  if (!marks.includes('icp')) return parseDocument(body).errors.map(({ message }) => `${place}: ${message}`);
  const { diagnostics } = checkProfile(body, { file: place });
  return diagnostics.map(({ message, path }) => `${place}: ${path}: ${message}`);
}

/** A folder as the reader has it: examples/ in its place, and its data files at hand under their bare names. */
function layOutExamples(path: string): string {
  const place = join(folder, path.replaceAll('/', '-'));
  mkdirSync(place);
  const examples = join(checkout, 'examples');
  if (!existsSync(examples)) return place;
  cpSync(examples, join(place, 'examples'), { recursive: true });
  for (const name of readdirSync(examples)) {
    if (/\.(csv|tsv|jsonl|parquet|xlsx|yaml)$/.test(name)) cpSync(join(examples, name), join(place, name));
  }
  return place;
}

describe('listCommands', () => {
  it('reads shell blocks, prompts, continued lines and promised exit codes', () => {
    const page = [
      '```sh',
      '# first',
      'npm ci',
      'assay learn a.csv \\',
      '  --outcome b   # exit 1: too few',
      '```',
      '```console',
      '$ assay --version',
      '0.1.0',
      '```',
      '```text',
      'assay nothing',
      '```',
    ].join('\n');
    expect(listCommands(readFences(page, { path: 'a.md' }))).toEqual([
      { place: 'a.md:1', text: 'npm ci', exit: 0 },
      { place: 'a.md:1', text: 'assay learn a.csv --outcome b', exit: 1 },
      { place: 'a.md:7', text: 'assay --version', exit: 0 },
    ]);
  });
});

describe('findBrokenCommands', () => {
  const check = (...lines: string[]) =>
    findBrokenCommands(
      lines.map((line) => ({
        place: 'a.md:1',
        text: line.replace(/ #.*/, ''),
        exit: Number(/exit (\d)/.exec(line)?.[1] ?? 0),
      })),
      { folder, scripts: { start: 'x' } },
    );

  it('runs assay commands in order, in one folder, and compares the exit code', () => {
    expect(
      check('npx assay --version > v.txt', 'assay --version | diff - v.txt', 'assay no-such-command # exit 2'),
    ).toEqual([]);
  });

  it('reports a command that ends otherwise than promised', () => {
    const [problem] = check('assay no-such-command');
    expect(problem).toMatch(/^a\.md:1: assay no-such-command: exit 2, not 0/);
  });

  it('looks up scripts and files without running them', () => {
    expect(check('npm ci', 'npm start', 'git clone x', 'npx tsx vitest.config.ts', './package.json')).toEqual([]);
    expect(check('npm run gone', 'curl https://example.org')).toEqual([
      'a.md:1: npm run gone: package.json has no script gone',
      'a.md:1: curl https://example.org: neither an assay command nor a file of the checkout',
    ]);
  });
});

describe('findYamlProblems', () => {
  const check = (...lines: string[]) => readFences(lines.join('\n'), { path: 'a.md' }).flatMap(findYamlProblems);

  it('asks every block to be YAML, and the marked ones to be an ICP', () => {
    expect(check('```yaml', 'a: [1, 2]', '```')).toEqual([]);
    expect(check('```yaml', 'a: [1, 2', '```')).toHaveLength(1);
    expect(check('```yaml icp', 'a: [1, 2]', '```')[0]).toMatch(/^a\.md:1: /);
  });
});
