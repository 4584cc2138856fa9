/** Legal forms that do not tell companies apart. */
const legalForms = new Set(
  'inc,incorporated,llc,llp,lp,ltd,limited,plc,corp,corporation,co,company,gmbh,mbh,ag,kg,kgaa,ohg,ug,ev,gbr,se,sa,sas,sarl,srl,spa,sl,bv,nv,vof,oy,oyj,ab,as,asa,aps,sp,zoo,sro,kft,pty,pte,kk,holding,holdings,group'.split(
    ',',
  ),
);

/** Names that are given where there is no company. */
const nobody = new Set(
  'unknown,none,self,self employed,selfemployed,freelance,freelancer,individual,private,personal,other,test,company,na,n a,not applicable,home,student,retired,unemployed,confidential'.split(
    ',',
  ),
);

/** A company name as it is compared: without case, accents, punctuation and legal form; null where it names none. */
export function companyKey(name: string): string | null {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let end = words.length;
  while (end > 1 && (legalForms.has(words[end - 1]) || words[end - 1] === 'and')) end--;
  const start = end > 1 && words[0] === 'the' ? 1 : 0;
  const key = words.slice(start, end).join(' ');
  return key.length < 2 || nobody.has(key) ? null : key;
}
