/**
 * A whole number of 32 bits as SQL, from a row's number under 2^32: multiplied and shifted as murmur3 ends, so that neighbours
 * have nothing in common. By arithmetic alone: the same on every engine and in every version of it.
 */
export function hashNumber(column: string): string {
  const multiplied = (value: string, by: number) => `((${value} * ${by}::UBIGINT) % 4294967296::UBIGINT)`;
  const shifted = (value: string, by: number) => `xor(${value}, ${value} >> ${by})`;
  const first = shifted(multiplied(`(${column}::UBIGINT + 1)`, 0x9e3779b1), 16);
  return shifted(multiplied(first, 0x85ebca6b), 13);
}

/** As {@link hashNumber}, of any value by its text. */
export function hashValue(column: string): string {
  return `(md5_number_lower(coalesce(CAST(${column} AS VARCHAR), '')) % 4294967296::UBIGINT)`;
}
