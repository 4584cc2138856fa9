/** Disjoint groups of rows that grow by joining; a group is named by its smallest row. */
export class RowGroups {
  private readonly parent: Int32Array;
  /** The rows of a group in a ring. */
  private readonly next: Int32Array;

  constructor(rowCount: number) {
    this.parent = Int32Array.from({ length: rowCount }, (_, row) => row);
    this.next = this.parent.slice();
  }

  /** The rows of the group of a row, the group's name first. */
  membersOf(row: number): number[] {
    const root = this.root(row);
    const members = [root];
    for (let at = this.next[root]; at !== root; at = this.next[at]) members.push(at);
    return members;
  }

  isTogether(a: number, b: number): boolean {
    return this.root(a) === this.root(b);
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    if (first === second) return;
    this.parent[Math.max(first, second)] = Math.min(first, second);
    // Two rings with one exchange of what follows are one ring.
    [this.next[first], this.next[second]] = [this.next[second], this.next[first]];
  }

  /** The name of the group of each row. */
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
