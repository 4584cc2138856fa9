/** The reason that a refusal gives, beside its numbers, where only the wished length of the card is to blame. */
export const tooShort =
  'A longer card tells the two apart, by accounts that each fold left out: the wished length is too short for what these attributes say together.';
