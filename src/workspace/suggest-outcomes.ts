import type { AppliedMapping } from '../intake/mapping/apply-mapping.js';
import { outcomeMeaning } from '../intake/outcome-words.js';
import { shellWord } from '../model/shell-word.js';

/** Names that ask how it ended; a plain yes under another name says something else. */
const asksForEnd =
  /churn|convert|won|customer|renew|retain|kept|cancel|lost|outcome|result|purchas|bought|buy|subscrib|respond|attrition|active/i;
const mostValues = 12;
const most = 4;

/** What `--outcome` may name among the columns of accounts, the good end of each: `churn_flag=FALSE`; those that say so only. */
export function suggestOutcomes(accounts: readonly AppliedMapping[]): string[] {
  const found = accounts.flatMap(({ attributes, columns }) =>
    attributes.flatMap(({ name }) => {
      const column = columns.find((candidate) => candidate.name === name);
      if (column === undefined || (column.type !== 'category' && column.type !== 'number')) return [];
      const values =
        column.type === 'category'
          ? column.labels
          : [...new Set(column.values)].filter((value) => !Number.isNaN(value)).map(String);
      if (values.length < 2 || values.length > mostValues) return [];
      const means = (wanted: string) => values.filter((value) => outcomeMeaning(value.toLowerCase(), name) === wanted);
      const [good] = means('favourable');
      const isSaid = good !== undefined && (means('unfavourable').length > 0 || asksForEnd.test(name));
      const isPlain = /^(yes|no|true|false|t|f|y|n|[01])$/i.test(good ?? '');
      return isSaid && (!isPlain || asksForEnd.test(name)) ? [`${name}=${good}`] : [];
    }),
  );
  return [...new Set(found)].slice(0, most);
}

/** One sentence on what else can decide accounts; empty where there is nothing to say. */
export function outcomeHint(accounts: readonly AppliedMapping[]): string {
  const found = suggestOutcomes(accounts);
  if (found.length === 0) return '';
  return `Columns of the accounts that may say how it ended: ${found.map((one) => `--outcome ${shellWord(one)}`).join(', ')}.`;
}
