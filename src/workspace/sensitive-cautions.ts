import type { Attribute } from '../model/attribute.js';
import type { Scorecard } from '../model/scorecard.js';
import type { AccountsInput } from './accounts-input.js';

/** What a reader must know of attributes that people must not be scored by, and that were used on request. */
export function keptSensitive(attributes: readonly Attribute[]): string[] {
  return attributes
    .filter(({ sensitivity }) => sensitivity !== undefined)
    .map(
      ({ name, sensitivity }) =>
        `${name} is ${sensitivity === 'special' ? 'a special category of personal data' : sensitivity} and was learnt from on request (--keep): somebody must answer for treating people differently by it.`,
    );
}

/** What a reader must know of attributes that give points and may stand for something protected. */
export function proxyCautions(attributes: readonly Attribute[], card: Pick<Scorecard, 'terms'> | null): string[] {
  const used = new Set(card?.terms.map(({ attribute }) => attribute));
  const proxies = attributes.filter(({ name, proxyFor }) => proxyFor !== undefined && used.has(name));
  if (proxies.length === 0) return [];
  const named = proxies.map(({ name, proxyFor }) => `${name} for ${proxyFor}`);
  return [`Some attributes may stand for what is protected (${named.join(', ')}): look at whom the points leave out.`];
}

const named = 6;

/** Columns of a workspace that may have been written after the decision, because nothing tells when they were. */
export function undatedCaution(attributes: readonly Attribute[], known: AccountsInput['known']): string[] {
  const undated = attributes.filter(({ name }) => known.get(name)?.isAsOf === false).map(({ name }) => name);
  if (undated.length === 0) return [];
  const more = undated.length > named ? ` and ${undated.length - named} more` : '';
  return [
    `As they stood at the import, which may be after the decision: ${undated.slice(0, named).join(', ')}${more}. A history of changes, or a date beside a column, would tell.`,
  ];
}
