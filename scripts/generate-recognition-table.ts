import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { assignTypes } from '../src/intake/assign-types.js';
import { recogniseTables } from '../src/intake/mapping/recognise-tables.js';
import { readFile } from '../src/intake/read-file.js';
import type { RawTable } from '../src/model/table.js';

/**
 * What mapping recognises in a folder of exports, one row a file: `tsx scripts/generate-recognition-table.ts FOLDER`
 * writes it into docs/methods/mapping.md. No value of the data comes into it, only names of columns.
 */
const root = process.argv[2] ?? '';
const page = 'docs/methods/mapping.md';
const marks = ['<!-- recognised: begin -->', '<!-- recognised: end -->'] as const;

async function rowsOf(folder: string): Promise<string[]> {
  const tables: { raw: RawTable; typed: ReturnType<typeof assignTypes> }[] = [];
  const unused: string[] = [];
  const rows: string[] = [];
  const names = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of names) {
    if (!entry.isFile() || !/\.(csv|json|zip|txt)$/i.test(entry.name) || /licen|names/i.test(entry.name)) continue;
    const raw = await readFile(join(folder, entry.name));
    tables.push({ raw, typed: assignTypes(raw) });
  }
  recogniseTables(tables).forEach(({ mapping, questions }, i) => {
    if (mapping.use === 'unused') {
      unused.push(mapping.file.replace(/\.\w+$/, ''));
      return;
    }
    const fields = mapping.columns.flatMap(({ use, column }) =>
      use.kind === 'field' ? [`${use.field} = \`${column}\``] : [],
    );
    const what = mapping.use === 'rows' ? mapping.entity : `${mapping.use} of ${mapping.entity}`;
    const quarantined = tables[i].raw.quarantined.length;
    const asked = questions.map(({ column, question }) => column ?? question.split('?')[0]).join(', ');
    const cells = [
      relative(root, join(folder, mapping.file)),
      mapping.source ?? '',
      what,
      fields.join(', '),
      String(quarantined),
      asked,
    ];
    rows.push(`| ${cells.join(' | ')} |`);
  });
  if (unused.length > 0) rows.push(`| ${relative(root, folder)}: ${unused.join(', ')} |  | not used |  |  |  |`);
  for (const entry of names) if (entry.isDirectory()) rows.push(...(await rowsOf(join(folder, entry.name))));
  return rows;
}

const head = ['| file | tool | entity | fields | quarantined | asked |', '|---|---|---|---|---|---|'];
const text = readFileSync(page, 'utf8');
const [before] = text.split(marks[0]);
const after = text.split(marks[1])[1] ?? '\n';
writeFileSync(page, `${before}${marks[0]}\n\n${[...head, ...(await rowsOf(root))].join('\n')}\n\n${marks[1]}${after}`);
