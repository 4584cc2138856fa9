/** A function of whole numbers, each computed once. */
export function tableByCount(of: (count: number) => number): (count: number) => number {
  const known: number[] = [];
  return (count) => {
    while (known.length <= count) known.push(of(known.length));
    return known[count];
  };
}
