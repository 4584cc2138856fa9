/** Says that the value at a path of the document is wrong, and how to right it. */
export type Report = (
  path: readonly PropertyKey[],
  about: { message: string; fix: string; severity?: 'error' | 'warning' },
) => void;
