import { nameTokens } from './name-tokens.js';

/** What a column's name says that its values name. `reference`: a weaker hint of an id, such as `Order Number`. */
export type NameRole =
  | 'id'
  | 'reference'
  | 'company'
  | 'person'
  | 'email'
  | 'phone'
  | 'address'
  | 'domain'
  | 'postal'
  | 'date';

const companyWords =
  'company|account|organi[sz]ation|org|customer|client|firm|business|employer|reseller|merchant|supplier|vendor|kunde|firma|unternehmen|entreprise|soci[eé]t[eé]|empresa';
const rules: readonly (readonly [NameRole, RegExp])[] = [
  ['email', /(^| )e ?mails?( address)?$/],
  ['phone', /(^| )(phone|telephone|mobile|fax|cell|tel)( number| no| nr)?$/],
  ['postal', /(^| )(zip|postal|post|postcode|zipcode|plz|cep)( code)?$/],
  ['domain', /(^| )(domain|website|web site|homepage|url|site url|domain name)$/],
  [
    'id',
    /(^| )(id|ids|key|guid|uuid|pk|rowid|#)$|^(id|row|index|idx|row number|row no|sr no|s no|no|nr|#|unnamed 0|column 1)$/,
  ],
  [
    'person',
    /(^| )(first|last|middle|full|given|family|sur|contact|person|owner|maiden|nick) ?name$|^(surname|forename|lastname|firstname|vorname|nachname)$/,
  ],
  ['company', new RegExp(`^(\\w+ )?(${companyWords})( name)?$`)],
  ['address', /(^| )(street|address)( ?line)?( ?\d)?$/],
  ['reference', /(^| )(number|no|num|nr|ref|reference|sku|serial|code|barcode|ean|isbn|vat|duns|tax)$/],
  ['date', /(^| )(date|datum|day|dt|at|on|time|timestamp|birthday|since|until)( key)?$|^date /],
];

/** The first rule that the name fits, or null. */
export function nameRole(name: string): NameRole | null {
  const words = nameTokens(name).join(' ');
  return rules.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
