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
    /^(s)?(recordid|externalid|alternateid|nameid|ids?|ids?primary|key|uuid|guid|number|num|no|nr|nummer|code|ref|userid|referenceid|reference)$/,
  ],
  ['domain', /^(domain|domainname|website|url)$/],
  ['email', /^(email|emailaddress|mail)$/],
  ['name', /^(name|namen)?$/],
];
const before =
  /^(associated|primaryassociated|primary|sales|related|the|my|sold|bill|end|what|crm|billing|potential|regarding)?(to)?/;
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
  return null;
}
