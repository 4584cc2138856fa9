import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/report/render-html.js';
import { viewProfile } from '../../src/report/view-profile.js';
import { exampleProfiles } from '../report/example-profiles.js';
import { hostileProfile } from '../report/hostile-profile.js';

const executablePath = process.env.ASSAY_CHROMIUM ?? '/usr/bin/chromium';
const pages = { ...exampleProfiles, hostile: hostileProfile() };

/** Skipped plainly without a browser: set ASSAY_CHROMIUM to one. */
describe.skipIf(!existsSync(executablePath))('the HTML report in a browser', () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-report-'));
    for (const [name, profile] of Object.entries(pages)) {
      await writeFile(join(folder, `${name}.html`), await renderHtml(viewProfile(profile)));
    }
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(name: string, options: BrowserContextOptions) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    const messages: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => messages.push(message.text()));
    page.on('dialog', (dialog) => messages.push(dialog.message()));
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    return { context, page, requests, messages };
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`meets WCAG 2.2 A and AA in the ${colorScheme} scheme`, async () => {
      for (const name of ['publishable', 'refused', 'hypotheses']) {
        const { context, page } = await open(name, { colorScheme });
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)])).toEqual([]);
        await context.close();
      }
    });
  }

  it('makes no request and says nothing on the console, hostile names or not', async () => {
    for (const name of ['publishable', 'hostile']) {
      const { context, requests, messages } = await open(name, {});
      expect(requests).toHaveLength(1);
      expect(messages).toEqual([]);
      await context.close();
    }
  });

  it('never scrolls sideways as a whole, on any width', async () => {
    for (const name of Object.keys(pages)) {
      const { context, page } = await open(name, {});
      for (const width of [320, 400, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect([name, width, overflow]).toEqual([name, width, 0]);
      }
      await context.close();
    }
  });

  it('prints on white paper even where the screen is dark', async () => {
    const { context, page } = await open('publishable', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate("getComputedStyle(document.querySelector('nav')).display")).toBe('none');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await context.close();
  });
});
