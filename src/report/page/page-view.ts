import type { Chart } from '../charts/plotter.js';
import type { Standing } from '../profile-view.js';

/** A finding on a page of its own, as texts and tables that are ready to be shown; renderers compute nothing. */
export interface PageView {
  /** What kind of page it is: `Experiment`. */
  readonly kicker: string;
  readonly title: string;
  readonly verdict: { readonly label: string; readonly sentence: string; readonly tone: Standing };
  readonly reasons: readonly string[];
  /** What must be known before it is used. */
  readonly cautions: readonly string[];
  readonly sections: readonly PageSection[];
}

/** A section; without tables, texts and charts it is left out. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  /** One paragraph before the tables. */
  readonly intro?: string;
  readonly chart?: {
    readonly chart: Chart;
    /** The same for phones, where the text of a wide one is too small to be read. */
    readonly narrow?: Chart;
    readonly caption: string;
  };
  readonly tables: readonly PageTable[];
  /** Sentences after them. */
  readonly items: readonly string[];
}

export interface PageTable {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly { readonly head: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that a terminal shows at most; pages show all. */
  readonly mostInTerminal?: number;
  /** Rows that stand out, by number. */
  readonly strong?: readonly number[];
}
