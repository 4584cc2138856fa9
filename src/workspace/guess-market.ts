import type { Attribute } from '../model/attribute.js';
import type { Profile } from '../model/profile.js';

/** What is asked of people and not of companies; names and job titles are asked of both. */
const ofPeople =
  /^(gender|sex|age|ages|birth\w*|dob|marital|married|marriage|children|kids|child|dependents?|senior|spouse|partner|household|housing|mortgage|income|salary|religion|ethnicity|hobby|hobbies|homeowner|house|pet|pets)$/;
/** What is asked of companies and not of people. */
const ofCompanies =
  /^(company|companies|comp|firm|organi[sz]ation|industry|industries|sector|employees|headcount|staff|revenue|turnover|naics|sic|vat|duns|seats|reseller|resellers|franchise|subsidiary|rfp|rfi|tender|procurement|purch|arr|mrr|saas|deal|deals|opportunity|business|stores|branches|funding|investors|crm|erp|founded|partnership)$/;

/**
 * Who buys, by what is asked of accounts: words that only people or only companies are asked for, in the names of all columns,
 * also of those that are not learnt from; where they balance, by the kinds of the attributes; `unknown` where nothing tells.
 * @param columns all that the input had; the attributes themselves unless told.
 */
export function guessMarket(
  attributes: readonly Pick<Attribute, 'name' | 'kind'>[],
  columns: readonly { readonly name: string }[] = attributes,
): Profile['market'] {
  const count = (words: RegExp) => columns.filter(({ name }) => wordsOf(name).some((word) => words.test(word))).length;
  const kinds = (kind: Attribute['kind']) => attributes.filter((attribute) => attribute.kind === kind).length;
  const difference = count(ofCompanies) - count(ofPeople) || kinds('firmographic') - kinds('demographic');
  return difference === 0 ? 'unknown' : difference > 0 ? 'b2b' : 'b2c';
}

/** `NumberEmployees` and `comp_size` word by word, in lower case. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}
