import type { AttributeKind } from '../../model/attribute.js';
import { nameTokens } from './name-tokens.js';

/** Words of column names that speak for a kind (M4); the first rule that fits decides. */
const rules: readonly (readonly [AttributeKind, RegExp])[] = [
  [
    'need',
    /\b(pains?|needs?|goals?|challenges?|problems?|motivations?|triggers?|use cases?|requirements?|jobs? to be done|jtbd|objectives?|obstacles?)\b/,
  ],
  [
    'technographic',
    /\b(tech|technolog\w*|stack|software|crm|erp|cms|cloud|platforms?|tools?|integrations?|os|operating system|browser|devices?|hosting|saas|database|internet service|api|vendor)\b/,
  ],
  [
    'geographic',
    /\b(country|countries|region|city|cities|state|province|postal|postcode|zip|territor\w*|continent|lat|latitude|lon|lng|longitude|geo\w*|locations?|county|district|bundesland|kanton|plz|postleitzahl|region\w*|departement|code postal|provincia|codigo postal|urban|rural|area|hq|headquarters|land|ort|stadt|pays|ville|pais|ciudad|commute)\b/,
  ],
  [
    'psychographic',
    /\b(interests?|values|lifestyle|attitudes?|sustainab\w*|ethic\w*|opinions?|personality|beliefs?|hobb\w*|persona|style|preference)\b/,
  ],
  [
    'firmographic',
    /\b(industry|industries|sector|vertical|employees?|headcount|staff|revenue|turnover|annual sales|company|firm|founded|funding|year opened|ownership|sic|naics|business|legal|subsidiar\w*|comp size|size|stage|growth|branche|mitarbeiter\w*|umsatz\w*|rechtsform|grundungsjahr|secteur|effectif|chiffre d affaires|forme juridique|sector|empleados|facturacion|forma juridica)\b/,
  ],
  [
    'demographic',
    /\b(age|gender|sex|income|education|degree|marital|married|occupation|job|title|role|birth\w*|children|kids|senior\w*|dependents?|partner|household|house|home|salutation|nationality|ethnicity|religion|language|housing|profession|department|cars|alter|geschlecht|familienstand|beruf|einkommen|sexe|etat civil|revenu|edad|sexo|genero|estado civil|ingresos)\b/,
  ],
  [
    'behavioural',
    /\b(visits?|sessions?|logins?|usage|used?|clicks?|opens?|opened|orders?|purchase\w*|bought|frequency|recency|tenure|cycle|channel|source|campaign|contacts?|calls?|emails?|meetings?|demos?|webinars?|tickets?|support|churn\w*|subscri\w*|plan|payments?|pay|contract|charges?|billing|discount|trial|seats?|activit\w*|last|first|days|count|streaming|deal|lead|referral|nps|satisfaction|score|poutcome|previous|pdays|duration|spend|monetary|amount|total|month|loan|default|balance|risk|session|page|time|downloads?|features?|renew\w*|paying|paid|units|lines|costs?|rating|created|creation|converted|status|unsubscribed|opted|newsletter|sent|engagement|visited|signup|abo|bestellungen|kaufe|commandes|achats|pedidos|compras|kanal|canal|upgrade|downgrade|cart|products?|categor\w*)\b/,
  ],
];

/** The kind that the name of a column speaks for; null where it says nothing. */
export function guessKind(name: string): AttributeKind | null {
  const words = nameTokens(name.normalize('NFKD').replace(/\p{M}+/gu, '')).join(' ');
  return rules.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
