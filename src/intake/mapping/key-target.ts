import { type Entity, entities } from '../../model/entity.js';
import { headerKey } from './header-key.js';
import { nounsOf } from './table-words.js';

/** What a header says that its values point to. */
export interface KeyTarget {
  readonly entity: Entity;
  /** `id` and the like, a web domain, an e-mail address, a name: the less, the better a key. */
  readonly rank: number;
  readonly form: 'id' | 'domain' | 'email' | 'name';
}

const forms: readonly (readonly [KeyTarget['form'], RegExp])[] = [
  [
    'id',
    /^(s)?(recordid|externalid|alternateid|nameid|ids?|ids?primary|key|uuid|guid|number|num|no|s?nr|s?nummer|code|ref|userid|referenceid|reference|番号|コード)$/,
  ],
  ['domain', /^(domain|domainname|website|url)$/],
  ['email', /^(email|emailaddress|mail)$/],
  ['name', /^(name|namen|s?namn|s?naam|s?navn|名|名称)?$/],
];
const before =
  /^(associated|primaryassociated|primary|sales|related|the|my|sold|bill|end|what|crm|billing|potential|regarding)?(to)?/;
/** `Nazwa firmy`, `Nome da empresa`, `ID do cliente`: what is asked for stands before the noun. */
const leading: readonly (readonly [KeyTarget['form'], RegExp])[] = [
  ['id', /^(id|identyfikator|numer|numero|codice|codigo|kod|nr)(d[aeio]l?(la)?)?/],
  ['name', /^(nazwa|nome|nombre|nom|naam)(d[aeio]l?(la)?|van)?/],
];
const literals: Readonly<Record<string, Entity>> = {
  kundennummer: 'account',
  kundennr: 'account',
  kdnr: 'account',
  debitor: 'account',
  debitorennummer: 'account',
  firmennummer: 'account',
  numeroclient: 'account',
  numclient: 'account',
  codeclient: 'account',
  idclient: 'account',
  idcliente: 'account',
  codigocliente: 'account',
  numerodecliente: 'account',
  clienteid: 'account',
  identreprise: 'account',
  idempresa: 'account',
  idsociete: 'account',
  parentcustomerid: 'account',
  potentialcustomer: 'account',
  requester: 'contact',
  requesterid: 'contact',
  whoid: 'contact',
  contactperson: 'contact',
  respondentid: 'contact',
  recipientemail: 'contact',
  useremail: 'contact',
  vid: 'contact',
  distinctid: 'contact',
  codicecliente: 'account',
  klantnummer: 'account',
  codigodocliente: 'account',
  numerocliente: 'account',
  nrcliente: 'account',
  iddeal: 'deal',
  invoiceitemid: 'payment',
};

/** What rows a header points to, by the noun in it: `Account ID`, `org_id`, `Organization`, `customer_email`; null for none. */
export function keyTarget(header: string): KeyTarget | null {
  const key = headerKey(header);
  const literal = literals[key];
  if (literal !== undefined) return { entity: literal, rank: 0, form: 'id' };
  const bare = key.replace(before, '');
  for (const rest of new Set([key, bare])) {
    for (const entity of entities) {
      for (const noun of nounsOf[entity]) {
        if (!rest.startsWith(noun)) continue;
        const tail = rest.slice(noun.length);
        const rank = forms.findIndex(([, pattern]) => pattern.test(tail));
        if (rank >= 0) return { entity, rank, form: forms[rank][0] };
      }
    }
  }
  for (const [form, pattern] of leading) {
    const rest = key.replace(pattern, '');
    const entity = rest === key ? undefined : entities.find((candidate) => nounsOf[candidate].includes(rest));
    if (entity !== undefined) return { entity, rank: forms.findIndex(([name]) => name === form), form };
  }
  return null;
}
