import type { PlotOptions } from '@observablehq/plot';

export type PlotModule = typeof import('@observablehq/plot');

/** A chart as data: what to draw, and the sentence that stands for it where it cannot be seen. */
export interface Chart {
  readonly label: string;
  readonly options: (plot: PlotModule) => PlotOptions;
}

export type Plotter = (chart: Chart) => string;

/**
 * Loads the plotting library and a document without a browser (both are large, hence only here) and gives the function
 * that draws a chart as SVG text: one image to assistive technology, coloured by the custom properties of the page, with
 * no identifier in it, so that the same chart is the same bytes wherever it stands.
 */
export async function createPlotter(): Promise<Plotter> {
  const [plot, { JSDOM }] = await Promise.all([import('@observablehq/plot'), import('jsdom')]);
  const { document } = new JSDOM('').window;
  return ({ label, options }) => {
    const svg = plot.plot({ ...options(plot), document, className: 'plot' });
    for (const style of svg.querySelectorAll('style')) style.remove();
    for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
    return svg.outerHTML;
  };
}
