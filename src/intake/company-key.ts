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
  const words = (isAscii(name) ? plainWords(name) : wordsOf(name)).filter((word) => word !== '');
  let end = words.length;
  while (end > 1 && (legalForms.has(words[end - 1]) || words[end - 1] === 'and')) end--;
  const start = end > 1 && words[0] === 'the' ? 1 : 0;
  const key = words.slice(start, end).join(' ');
  return key.length < 2 || nobody.has(key) ? null : key;
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
}

/** The same for names without accents or other scripts, in a third of the time. */
function plainWords(name: string): string[] {
  let text = name.toLowerCase();
  if (text.includes('&')) text = text.replaceAll('&', ' and ');
  if (text.includes('.')) text = text.replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '');
  return text.split(/[^a-z0-9]+/);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
