import { beforeUse } from '../before-use.js';
import { escapeMarkdown } from '../escape-markdown.js';
import { markdownTable } from '../markdown-table.js';
import type { PageSection, PageView } from './page-view.js';

/** The page as GitHub-flavoured Markdown. The same view gives the same bytes. */
export function renderPageMarkdown({ title, verdict, reasons, cautions, sections }: PageView): string {
  const blocks = [
    `# ${escapeMarkdown(title)}`,
    `**${escapeMarkdown(verdict.label)}:** ${escapeMarkdown(verdict.sentence)}`,
    cautions.length === 0
      ? ''
      : [`> **${beforeUse}**`, '>', ...cautions.map((one) => `> - ${escapeMarkdown(one)}`)].join('\n'),
    list(reasons),
    ...sections.map(section),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function section({ title, intro, tables, items }: PageSection): string {
  const body = [
    intro === undefined ? '' : escapeMarkdown(intro),
    ...tables.map(({ columns, rows }) =>
      markdownTable(
        columns.map(({ head, isNumber }) => (isNumber ? `>${head}` : head)),
        rows,
      ),
    ),
    list(items),
  ].filter((block) => block !== '');
  return body.length === 0 ? '' : [`## ${escapeMarkdown(title)}`, ...body].join('\n\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
}
