/** What every use case that may take a while accepts. */
export interface ProgressOptions {
  /** Called when a stage of the work begins, with a few words for people. */
  readonly onProgress?: (stage: string) => void;
}
