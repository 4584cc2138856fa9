import { describe, expect, it } from 'vitest';
import { html, trustHtml } from '../../src/report/html.js';

describe('html', () => {
  it('escapes whatever is put in, in text and in attributes', () => {
    expect(html`<p title="${`"'\``}">${'<b>&'}</p>`.text).toBe('<p title="&#34;&#39;&#96;">&#60;b&#62;&#38;</p>');
  });
  it('takes over what is HTML already, joins lists and leaves null out', () => {
    const items = ['a', '<'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}${null}</ul>`.text).toBe('<ul><li>a</li><li>&#60;</li></ul>');
  });
  it('trusts only what is said to be trusted', () => {
    expect(html`${trustHtml('<svg></svg>')}${'<svg></svg>'}`.text).toBe('<svg></svg>&#60;svg&#62;&#60;/svg&#62;');
  });
});
