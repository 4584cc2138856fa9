import { smallWords, wordForms } from './business-words.js';
import { foldWords } from './fold-text.js';
import { splitLegalForm } from './legal-forms.js';

/** A name taken apart for comparison. */
export interface AccountName {
  /** Folded words without legal form, small words and plural endings, in order. */
  readonly words: readonly string[];
  /** The words without what is between them: `GTX Pro` and `GTXPro` are both `gtxpro`. */
  readonly compact: string;
  readonly form: string | null;
}

const forms = new Map(Object.entries(wordForms));

/** What people write where there is no name. */
const nobody = new Set(
  'unknown,none,self,selfemployed,freelance,freelancer,individual,private,personal,other,test,company,na,notapplicable,home,student,retired,unemployed,confidential,tbd,tba,null,undefined'.split(
    ',',
  ),
);

/** A company name for comparison; null where it names none. */
export function readCompanyName(text: string): AccountName | null {
  const { core, form } = splitLegalForm(foldWords(spaced(text)));
  return finish(core, { form, canon: companyWord });
}

/** A person's name for comparison, whatever the order of first and last name; null where it names none. */
export function readPersonName(text: string): AccountName | null {
  const words = foldWords(text).filter(
    (word) => !/^(?:mr|mrs|ms|miss|dr|prof|sir|herr|frau|mme|mlle|jr|sr)$/.test(word),
  );
  return finish([...words].sort(), { form: null, canon: unUmlaut });
}

/** Without what stands in brackets at the end; `AcmeTools` in two words. */
function spaced(text: string): string {
  const open = text.includes('(') ? text.replace(/\([^)]*\)\s*$/u, ' ') : text;
  return mayBeJoined(open) ? open.replace(/(\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})/gu, '$1 ') : open;
}

/** Whether a capital may stand behind a small letter: in most names none does. */
function mayBeJoined(text: string): boolean {
  let wasSmall = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128 || (wasSmall && code >= 65 && code <= 90)) return true;
    wasSmall = code >= 97 && code <= 122;
  }
  return false;
}

function finish(
  core: readonly string[],
  { form, canon }: { form: string | null; canon: (word: string) => string },
): AccountName | null {
  const kept = core.filter((word) => !smallWords.has(word));
  const words = kept.map(canon);
  const compact = unUmlaut(kept.length === 1 ? kept[0] : kept.join(''));
  return compact.length < 2 || nobody.has(compact) ? null : { words, compact, form };
}

/** A folded word as names are compared by it. */
export function companyWord(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const isPlural = word.length > 4 && word.charCodeAt(word.length - 1) === 115 && !/(?:ss|us|is)$/.test(word);
  return unUmlaut(isPlural ? word.slice(0, -1) : word);
}

/** `Mueller` is how `Müller` is written without an umlaut, and so folded alike. */
function unUmlaut(word: string): string {
  return word.includes('ae') || word.includes('oe') || word.includes('ue') ? word.replace(/([aou])e/g, '$1') : word;
}
