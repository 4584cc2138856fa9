/** What value may be made of (M1), with the sign it has and whose concern it is (M16). */
export const valueKinds = {
  revenue: { sign: 1, team: 'sales', gather: 'sum' },
  expansion: { sign: 1, team: 'sales', gather: 'sum' },
  margin: { sign: 1, team: 'finance', gather: 'sum' },
  lifetime: { sign: 1, team: 'finance', gather: 'sum' },
  retention: { sign: 1, team: 'success', gather: 'mean' },
  satisfaction: { sign: 1, team: 'success', gather: 'mean' },
  referrals: { sign: 1, team: 'marketing', gather: 'count' },
  tickets: { sign: -1, team: 'success', gather: 'count' },
  discounts: { sign: -1, team: 'finance', gather: 'sum' },
  'late payment': { sign: -1, team: 'finance', gather: 'sum' },
  'cost to serve': { sign: -1, team: 'finance', gather: 'sum' },
} as const satisfies Readonly<
  Record<string, { readonly sign: 1 | -1; readonly team: Team; readonly gather: (typeof gatherings)[number] }>
>;

export type ValueKind = keyof typeof valueKinds;
export const teams = ['sales', 'finance', 'success', 'marketing', 'product'] as const;
export type Team = (typeof teams)[number];

/** How the rows of one account become one number. */
export const gatherings = ['sum', 'mean', 'last', 'count'] as const;
export type Gathering = (typeof gatherings)[number];

/** How numbers of different kinds are made comparable before they are weighed. */
export const scalings = ['none', 'z', 'rank', 'per year', 'log'] as const;
export type Scaling = (typeof scalings)[number];

/** One thing that value is made of. */
export interface ValueComponent {
  readonly name: string;
  readonly of: ValueKind;
  /** The file (beside the definition) or the table of the workspace; absent: the one that accounts are read from. */
  readonly table?: string | undefined;
  /** Columns: what is gathered, what is taken off it row by row, whose row it is, and when it happened. */
  readonly column?: string;
  readonly less?: string | undefined;
  readonly key?: string | undefined;
  readonly date?: string | undefined;
  /** Rows whose cell is one of these; with `where` and without `column` they are counted. */
  readonly where?: string;
  readonly is?: readonly string[];
  readonly gather: Gathering;
  /** Only what happened so long before the last day; absent: all. */
  readonly windowDays?: number;
  /** ISO code of the amounts, where the column does not say it. */
  readonly currency?: string | undefined;
  readonly normalise: Scaling;
  readonly weight: number;
  readonly sign: 1 | -1;
}

/** What "best" means, as data. */
export interface ValueDefinition {
  readonly name?: string;
  /** All money is told in this one. */
  readonly currency?: string | undefined;
  /** Worth of one unit of another currency in it. */
  readonly rates: Readonly<Record<string, number>>;
  /** Share of accounts that are best; or, where `atLeast` is there, those from this value on. */
  readonly share: number;
  readonly atLeast?: number;
  /** The last day, `2024-06-30`; absent: the newest in the data. */
  readonly asOf?: string;
  readonly components: readonly ValueComponent[];
  /** What each team calls best: weights by component, where they are not those of its own kinds. */
  readonly teams: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
