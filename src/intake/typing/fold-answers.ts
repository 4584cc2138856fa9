import type { Cells } from './cells.js';

const yes = new Set(
  'yes,y,true,t,1,x,on,ja,j,wahr,oui,o,vrai,si,sí,s,sì,verdadero,vero,sim,verdadeiro,tak,prawda'.split(','),
);
const no = new Set('no,n,false,f,0,off,nein,falsch,non,faux,falso,não,nao,nee,onwaar,nie,fałsz'.split(','));
const mostSpellings = 24;

/**
 * Of a column that only says yes and no, in more than one spelling of either (`ja`, `Ja`, `TRUE`): what each label
 * counts as, which is the most frequent spelling of its side, ties by first appearance. Null for any other column: two
 * spellings are told apart as they stand, and need no other name.
 */
export function foldAnswers({ labels, counts, distinct, firstRow }: Cells): ((label: string) => string) | null {
  if (distinct < 3 || distinct > mostSpellings) return null;
  const totals = new Map<string, { count: number; row: number }>();
  for (let code = 0; code < labels.length; code++) {
    if (counts[code] === 0) continue;
    const word = labels[code].toLowerCase();
    if (!yes.has(word) && !no.has(word)) return null;
    const known = totals.get(labels[code]);
    totals.set(labels[code], {
      count: (known?.count ?? 0) + counts[code],
      row: Math.min(known?.row ?? Number.POSITIVE_INFINITY, firstRow[code]),
    });
  }
  const ranked = [...totals].sort(([, a], [, b]) => b.count - a.count || a.row - b.row).map(([label]) => label);
  const best = (side: ReadonlySet<string>) => ranked.find((label) => side.has(label.toLowerCase()));
  const [good, bad] = [best(yes), best(no)];
  if (good === undefined || bad === undefined) return null;
  return (label) => (yes.has(label.toLowerCase()) ? good : bad);
}
