/** Customers under contract by how long they have been there: place t is for t whole periods. */
export interface ContractTenures {
  /** Left in period t, that is having renewed t − 1 times; place 0 is empty. */
  readonly left: Float64Array;
  /** Still there after t periods (t renewals) when last looked at. */
  readonly staying: Float64Array;
  /** Came into sight only after t periods: those who had left before were never seen. */
  readonly entered: Float64Array;
}

/** Customers as rows: whole periods from the start of the contract, whenever that was. */
export interface ContractRows {
  /** Periods until the customer left, or was last seen. */
  readonly tenure: ArrayLike<number>;
  /** 1 where the customer left. */
  readonly hasLeft: ArrayLike<number>;
  /** Periods that had passed before the customer came into sight; 0 unless told. */
  readonly entered?: ArrayLike<number>;
}

/**
 * Customer rows as counts by tenure. Parts of a period count as whole for those who left, and not for those who stay; who
 * left in no time left in the first period. Rows that are seen for no time (entered ≥ tenure) tell nothing and are left out.
 */
export function countTenures({ tenure, hasLeft, entered }: ContractRows): ContractTenures {
  const places: { kind: keyof ContractTenures; at: number }[] = [];
  for (let i = 0; i < tenure.length; i++) {
    const from = Math.max(0, Math.floor(entered?.[i] ?? 0));
    const to = hasLeft[i] === 1 ? Math.max(1, Math.ceil(tenure[i])) : Math.floor(tenure[i]);
    if (!(to > from)) continue;
    places.push({ kind: hasLeft[i] === 1 ? 'left' : 'staying', at: to }, { kind: 'entered', at: from });
  }
  return tally(places);
}

/**
 * A cohort that starts together, as published tables have it: how many are still there at 0, 1, 2 … periods.
 * @param survivors not rising; the first place is the size of the cohort. @returns one cohort's; add several with `addTenures`.
 */
export function tenuresOfCohort(survivors: ArrayLike<number>): ContractTenures {
  const periods = survivors.length;
  const left = new Float64Array(periods);
  const staying = new Float64Array(periods);
  const entered = new Float64Array(periods);
  for (let t = 1; t < periods; t++) left[t] = survivors[t - 1] - survivors[t];
  if (periods > 0) {
    staying[periods - 1] = survivors[periods - 1];
    entered[0] = survivors[0];
  }
  return { left, staying, entered };
}

export function addTenures(all: readonly ContractTenures[]): ContractTenures {
  const length = Math.max(0, ...all.map(({ left }) => left.length));
  const sum = (kind: keyof ContractTenures) =>
    Float64Array.from({ length }, (_, t) => all.reduce((total, one) => total + (one[kind][t] ?? 0), 0));
  return { left: sum('left'), staying: sum('staying'), entered: sum('entered') };
}

function tally(places: readonly { kind: keyof ContractTenures; at: number }[]): ContractTenures {
  const length = places.reduce((most, { at }) => Math.max(most, at + 1), 0);
  const counts = {
    left: new Float64Array(length),
    staying: new Float64Array(length),
    entered: new Float64Array(length),
  };
  for (const { kind, at } of places) counts[kind][at]++;
  return counts;
}
