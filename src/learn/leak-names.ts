/** Words for what is only known once the outcome is. Compared with the words of the attribute's name, in order. */
const hindsight = [
  'stage',
  'closed',
  'close date',
  'close reason',
  'won',
  'lost',
  'win reason',
  'loss reason',
  'lost reason',
  'reason',
  'reason code',
  'outcome',
  'result',
  'disposition',
  'duration',
  'churn',
  'churned',
  'churn date',
  'churn reason',
  'cancel',
  'cancelled',
  'canceled',
  'cancellation',
  'refund',
  'refunded',
  'termination',
  'terminated',
  'end date',
  'exit',
  'offboarding',
  'converted',
  'conversion',
  'last activity',
  'last contact',
  'last seen',
  'last login',
  'last modified',
  'last updated',
  'days to close',
  'deal status',
  'lead status',
  'opportunity status',
  'account status',
  'customer status',
  'status',
  'probability',
  'forecast category',
  'invoice',
  'contract signed',
] as const;

/** Words that make one of the above harmless. */
const harmless = [
  'marital status',
  'employment status',
  'civil status',
  'family status',
  'growth stage',
  'funding stage',
  'life stage',
  'company stage',
  'previous outcome',
  'visit duration',
  'session duration',
] as const;

/**
 * Whether the name of an attribute sounds like something known only after the outcome.
 * @param outcome name of the outcome column, if known: names that share a word of its own are suspected too.
 * @returns the word that gives it away, or null.
 */
export function leakWord(attribute: string, outcome?: string): string | null {
  const words = wordsOf(attribute);
  const text = ` ${words.join(' ')} `;
  if (harmless.some((phrase) => text.includes(` ${phrase} `))) return null;
  const longest = hindsight.filter((phrase) => text.includes(` ${phrase} `)).sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return longest;
  const own = outcome === undefined ? [] : wordsOf(outcome).filter((word) => word.length > 3 && !commonWords.has(word));
  return own.find((word) => words.includes(word)) ?? null;
}

/** Too frequent in column names to tie two columns together. */
const commonWords = new Set([
  'flag',
  'value',
  'total',
  'customer',
  'account',
  'company',
  'date',
  'type',
  'name',
  'class',
  'label',
]);

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
