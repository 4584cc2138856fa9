import type pc from 'picocolors';

/** What every part of the terminal page is laid out for. */
export interface TerminalPage {
  /** Columns, 60–120. */
  readonly width: number;
  readonly colors: ReturnType<typeof pc.createColors>;
}
