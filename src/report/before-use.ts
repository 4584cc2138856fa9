/** Stands above the cautions in every report; the sign is there for those who skim, the words for everyone. */
export const beforeUse = '⚠ Before you use it';
