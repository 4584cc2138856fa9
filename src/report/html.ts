/** Text that is HTML already. Only {@link html} and {@link trustHtml} make it, so that everything else is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = string | number | Html | null | readonly HtmlValue[];

/**
 * HTML by template: what stands in the template is markup, whatever is put in is text and is escaped, unless it is
 * {@link Html} itself. Attribute values in the template stand in double quotes. Null gives nothing, lists are joined.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.reduce((text, part, i) => text + render(values[i - 1]) + part));
}

/** For markup that a serialiser made (the SVG of a chart), never for text that came from outside. */
export function trustHtml(text: string): Html {
  return new Html(text);
}

function render(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(render).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
