import type { MappingQuestion } from '../model/mapping.js';

/**
 * Where the answer to a question goes: the line of the printed mapping, and what it needs.
 * @param about `text`: the mapping that `file` holds, as `printMapping` writes it; null: none was written.
 */
export function answerHint(question: MappingQuestion, { text, file }: { text: string; file: string | null }): string {
  const lines = text.split('\n');
  const table = lines.findIndex((line) => isEntry(line, { key: '  - file', value: question.file }));
  if (question.column === null) {
    const at = lines.findIndex((line, i) => i > table && line.startsWith('    entity: '));
    return `${placeOf(file, at)} write \`entity: ${question.answers[0]}\`, or \`use: unused\` below it`;
  }
  const { column, write } = question;
  const at = lines.findIndex((line, i) => i > table && isEntry(line, { key: '      - { column', value: column }));
  if (write !== undefined) return `${placeOf(file, at)} ${write}`;
  return `${placeOf(file, at)} ${needed(question)} in the line of ${column}`;
}

function placeOf(file: string | null, at: number): string {
  if (file === null) return 'in mapping.yaml';
  return at < 0 ? file : `${file}:${at + 1}`;
}

function needed({ question, answers }: MappingQuestion): string {
  if (answers[0].startsWith('field: ')) return `leave \`${answers[0]}\` or write \`${answers[1]}\` instead`;
  if (answers[0] === 'day first') return 'write `day_order: day first` or `day_order: month first`';
  const field = question.includes('id of the account') ? 'id' : 'account';
  return `move \`field: ${field}\` to the right one of ${answers.join(', ')}, if it is not`;
}

/** Whether a line begins with the key and the value, quoted or not. */
function isEntry(line: string, { key, value }: { key: string; value: string }): boolean {
  const rest = line.startsWith(`${key}: `) ? line.slice(key.length + 2) : null;
  if (rest === null) return false;
  const bare = [value, JSON.stringify(value), `'${value.replaceAll("'", "''")}'`];
  return bare.some((text) => rest === text || rest.startsWith(`${text},`) || rest.startsWith(`${text} }`));
}
