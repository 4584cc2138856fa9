export const headerChoices = ['none', 'first'] as const;

/** What a person says of the header: there is none, or the first line that is not blank is it, whatever it looks like. */
export type HeaderChoice = (typeof headerChoices)[number];
