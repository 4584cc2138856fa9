export interface Fence {
  /** `README.md:12`, where the fence opens. */
  readonly place: string;
  /** First word after the backticks, e.g. `sh`. */
  readonly language: string;
  /** The other words, e.g. `icp`. */
  readonly marks: readonly string[];
  readonly body: string;
}

/** The fenced blocks of a Markdown page, in order. */
export function readFences(page: string, { path }: { path: string }): Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; info: string; line: number; body: string[] } | undefined;
  for (const [i, line] of page.split('\n').entries()) {
    const [, mark, info] = /^\s*(`{3,}|~{3,})\s*(.*)$/.exec(line) ?? [];
    if (!open && mark) open = { mark, info, line: i + 1, body: [] };
    else if (open && mark?.startsWith(open.mark) && info === '') {
      const [language = '', ...marks] = open.info.trim().split(/\s+/);
      fences.push({ place: `${path}:${open.line}`, language, marks, body: open.body.join('\n') });
      open = undefined;
    } else if (open) open.body.push(line);
  }
  return fences;
}
