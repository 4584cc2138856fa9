import type { LabelBytes, TextColumn } from '../../model/table.js';
import { decodeSlices } from './decode-slices.js';

/** Labels of columns with more are made again when they are asked for after nobody held them any more. */
const mostHeld = 20_000;

/**
 * A text column whose labels are bytes until somebody asks for them: strings of a million of them take more room than all the
 * rest of the column. @param about `utf8`: the labels, in the order of their numbers, as many as there are.
 */
export function lazyColumn(name: string, { codes, utf8 }: { codes: Int32Array; utf8: LabelBytes }): TextColumn {
  const count = utf8.ends.length;
  let held: readonly string[] | WeakRef<readonly string[]> | null = null;
  const labels = (): readonly string[] => {
    const known = held instanceof WeakRef ? held.deref() : (held ?? undefined);
    if (known !== undefined) return known;
    const made = decodeSlices(utf8.bytes, { ...utf8, count });
    held = count > mostHeld ? new WeakRef<readonly string[]>(made) : made;
    return made;
  };
  const column = { type: 'text' as const, name, codes };
  // Copies by spreading have the labels, and not the bytes, which would no longer be those of other labels.
  Object.defineProperty(column, 'labels', { enumerable: true, get: labels });
  Object.defineProperty(column, 'utf8', { enumerable: false, value: utf8 });
  return column as typeof column & Pick<TextColumn, 'labels' | 'utf8'>;
}
