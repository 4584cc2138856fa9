/** Rows in groups that grow by joining; a group is named by its smallest row. */
export class RowGroups {
  private readonly parent: Int32Array;
  private readonly members: (number[] | undefined)[];

  constructor(rowCount: number) {
    this.parent = Int32Array.from({ length: rowCount }, (_, row) => row);
    this.members = new Array<number[] | undefined>(rowCount);
  }

  membersOf(row: number): readonly number[] {
    const root = this.root(row);
    return this.members[root] ?? [root];
  }

  isTogether(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    if (first === second) return;
    const [into, from] = first < second ? [first, second] : [second, first];
    const [large, small] = [this.members[into] ?? [into], this.members[from] ?? [from]];
    const [keep, move] = large.length >= small.length ? [large, small] : [small, large];
    for (const row of move) keep.push(row);
    this.members[into] = keep;
    this.members[from] = undefined;
    this.parent[from] = into;
  }

  numbers(): Int32Array {
    return this.parent.map((_, row) => this.root(row));
  }

  private root(row: number): number {
    let at = row;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]];
      at = this.parent[at];
    }
    return at;
  }
}
