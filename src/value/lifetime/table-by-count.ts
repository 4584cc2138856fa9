/** A function of whole numbers, each computed once, when it is first asked for. */
export function tableByCount<T>(of: (count: number) => T): (count: number) => T {
  const known: (T | undefined)[] = [];
  return (count) => {
    for (let n = known.length; n <= count; n++) known.push(undefined);
    known[count] ??= of(count);
    return known[count];
  };
}
