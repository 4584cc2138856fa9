/** A code that says nothing: the attribute of the account is not known. */
export const unknownLevel = 255;

/** One attribute of the accounts that are to be grouped, in few levels. */
export interface ClusterAttribute {
  readonly size: number;
  /** The levels stand in the order of the values. */
  readonly isOrdered: boolean;
  /** Level of each account; 255 where the attribute is not known. */
  readonly levels: Uint8Array;
}

/** Accounts to be grouped, all types of attribute alike: levels, ordered or not. */
export interface ClusterTable {
  readonly attributes: readonly ClusterAttribute[];
  readonly rowCount: number;
}

/** The same attributes with only these accounts. */
export function takeAccounts({ attributes }: ClusterTable, rows: Int32Array): ClusterTable {
  return {
    attributes: attributes.map((attribute) => {
      const levels = new Uint8Array(rows.length);
      for (let i = 0; i < rows.length; i++) levels[i] = attribute.levels[rows[i]];
      return { ...attribute, levels };
    }),
    rowCount: rows.length,
  };
}
