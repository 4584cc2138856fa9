/** What is told about how the accounts came to be in the data. */
export interface SelectionOptions {
  /** A file of all accounts of the market, imported or not, with the same id; better with their outcome. */
  readonly universe?: string;
  /** The rate of the outcome in the market, 0–1, as somebody stated it. */
  readonly marketRate?: number;
  /** The date from which accounts are waited for; unless told, found by its header. */
  readonly created?: string;
  /** Only accounts created at least so many days before the newest day of the data. */
  readonly mature?: number;
}
