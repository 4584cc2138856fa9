/**
 * Text that Markdown shows as it is: nothing becomes a link, an image, HTML, emphasis, a heading, a list or a table cell.
 * Only what would be read as markup is escaped, so that the source stays readable (`annual_revenue`, `< .001`).
 */
export function escapeMarkdown(text: string): string {
  return text
    .trim()
    .replace(/[\\`*[\]|~$]/g, '\\$&')
    .replace(/&(?=#|\w+;)/g, '&amp;')
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replace(/^(?=(?:#+|[+=-]|=+|-+)(?:\s|$))|^(?=>)/, '\\')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
    .replaceAll('\u00a0', ' ');
}
