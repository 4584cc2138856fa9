/** Header cells made into names that are present and unique; what had to be changed is said. */
export function headerNames(cells: readonly string[]): { names: string[]; notes: string[] } {
  const notes: string[] = [];
  const taken = new Set<string>();
  /** Where to go on counting copies: thousands of columns may have one name. */
  const copies = new Map<string, number>();
  const names = cells.map((cell, i) => {
    const tidy = cell.replace(/[\s\u00a0\ufeff]+/g, ' ').trim();
    const plain = tidy === '' ? `column ${i + 1}` : tidy;
    let name = plain;
    for (let copy = copies.get(plain) ?? 2; taken.has(name); copy++) {
      name = `${plain} (${copy})`;
      copies.set(plain, copy + 1);
    }
    taken.add(name);
    if (tidy === '') notes.push(`Column ${i + 1} has no name; it is called ${JSON.stringify(name)}.`);
    else if (name !== tidy)
      notes.push(`The name ${JSON.stringify(tidy)} occurs again; that column is called ${JSON.stringify(name)}.`);
    return name;
  });
  return {
    names,
    notes: notes.length > 6 ? [...notes.slice(0, 5), `… and ${notes.length - 5} more names were mended.`] : notes,
  };
}

/** Whether a first line reads like values rather than names: a hint that a file may have no header line. */
export function looksLikeValues(names: readonly string[]): boolean {
  return (
    names.some((name) => /^[-+$€£]?\d[\d.,]*%?$/.test(name) && !/^(19|20)\d\d$/.test(name)) || names.some(isMailOrDate)
  );
}

function isMailOrDate(name: string): boolean {
  return /^\d{4}-\d\d-\d\d|^[^\s@]+@[^\s@]+\.\w+$/.test(name);
}
