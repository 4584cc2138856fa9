import { foldText } from '../resolve/fold-text.js';
import { nameTokens } from '../typing/name-tokens.js';

/** Words that connectors put around the name of a field. */
const wrappings = new Set(['property', 'properties', 'hs']);

/** The words of a header without accents and without what connectors add: `property_annualrevenue`, `Région`, `Score__c`. */
export function headerWords(header: string): string[] {
  const bare = header
    .normalize('NFKC')
    .replace(/__?c$/i, '')
    // Lookups of JSON: `org_id: { name, value }`, `properties.amount.value`.
    .replace(/[ _]?(?:id)?\.name$/i, '_name')
    .replace(/\.value$/i, '')
    // Lookups of Dynamics: `_parentcustomerid_value`.
    .replace(/^_(\w+)_value$/i, '$1')
    .replace(/\(utc\)|\(do not modify\)/gi, ' ');
  const words = nameTokens(bare).map(foldText);
  const first = words.findIndex((word) => !wrappings.has(word));
  return first <= 0 ? words : words.slice(first);
}

/** A header as one word, by which headers are looked up: `Close Date`, `closeDate`, `close_date` and `closedate` are the same. */
export function headerKey(header: string): string {
  return headerWords(header).join('');
}

/** The entries of a list written `a b|c`, as {@link headerKey}s. */
export function keysOf(list: string): string[] {
  return list.split('|').map((name) => headerKey(name));
}
