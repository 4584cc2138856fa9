import type { Attribute } from '../model/attribute.js';
import type { Scorecard } from '../model/scorecard.js';
import { isBarred } from '../model/sensitivity.js';
import { shellWord } from '../model/shell-word.js';
import type { AccountsInput } from './accounts-input.js';
import type { MeasuredProxy } from './measure-proxies.js';

const named = 6;

/** What a reader must know of attributes that people must not be scored by, and that were used on request. */
export function keptSensitive(attributes: readonly Attribute[]): string[] {
  return attributes
    .filter(({ sensitivity }) => isBarred(sensitivity))
    .map(
      ({ name, sensitivity }) =>
        `${name} is ${sensitivity === 'special' ? 'a special category of personal data' : sensitivity} and was learnt from on request (--keep): somebody must answer for treating people differently by it.`,
    );
}

/** What a reader must know of attributes that give points and are protected in some uses. */
export function usesCaution(attributes: readonly Attribute[], card: Pick<Scorecard, 'terms'> | null): string[] {
  const used = new Set(card?.terms.map(({ attribute }) => attribute));
  const found = attributes.filter(({ name, sensitivity }) => sensitivity === 'caution' && used.has(name));
  if (found.length === 0) return [];
  const names = found.map(({ name }) => name);
  const say = names.length === 1 ? 'says' : 'say';
  return [
    `${names.join(', ')} ${say} something of people’s families: a usual attribute of consumers, and protected by law in credit, housing and employment. For such a use learn without: --exclude ${shellWord(names.join(','))}.`,
  ];
}

/** What a reader must know of attributes that give points and stand for something protected, as measured or by name. */
export function proxyCautions(
  attributes: readonly Attribute[],
  { card, proxies }: { card: Pick<Scorecard, 'terms'> | null; proxies: readonly MeasuredProxy[] },
): string[] {
  const used = new Set(card?.terms.map(({ attribute }) => attribute));
  const found = proxies.filter(({ attribute }) => used.has(attribute));
  const told = found
    .slice(0, named)
    .map(({ attribute, column, v }) => `${attribute} tells ${column} (Cramér’s V ${v.toFixed(2)})`);
  const more = found.length > named ? ` and ${found.length - named} more` : '';
  const byName = attributes.filter(
    ({ name, proxyFor }) =>
      proxyFor !== undefined && used.has(name) && !found.some(({ attribute }) => attribute === name),
  );
  const names = byName.map(({ name, proxyFor }) => `${name} for ${proxyFor}`);
  return [
    ...(told.length === 0
      ? []
      : [
          `Some attributes that give points tell in part what was set aside: ${told.join(', ')}${more}. Look at whom the points leave out.`,
        ]),
    ...(names.length === 0
      ? []
      : [`Some attributes may stand for what is protected (${names.join(', ')}): look at whom the points leave out.`]),
  ];
}

/** Columns of a workspace that may have been written after the decision, because nothing tells when they were. */
export function undatedCaution(attributes: readonly Attribute[], known: AccountsInput['known']): string[] {
  const undated = attributes.filter(({ name }) => known.get(name)?.isAsOf === false).map(({ name }) => name);
  if (undated.length === 0) return [];
  const more = undated.length > named ? ` and ${undated.length - named} more` : '';
  return [
    `As they stood at the import, which may be after the decision: ${undated.slice(0, named).join(', ')}${more}. A history of changes, or a date beside a column, would tell.`,
  ];
}
