/** Words that say how a deal ended, in the stages and states of the usual tools and in some languages. */
const won =
  /(^|[^\p{L}])(won|closedwon|closewon|gewonnen|gagnée?s?|ganad[oa]s?|vint[oa]|ganh[oa]|wygran[ey]|vunnen|vunnet|voitettu)([^\p{L}]|$)|受注|成約|赢单|成交/u;
const lost =
  /(^|[^\p{L}])(lost|closedlost|closelost|lost to competition|no decision|dead|disqualified|unqualified|abandoned|rejected|declined|cancell?ed|out-sold|outsold|verloren|abgelehnt|storniert|perdue?s?|perdid[oa]s?|pers[oa]|perdid[oa]|przegran[ey]|förlorad|tapt|hävitty)([^\p{L}]|$)|失注|输单|丢单/u;
const denied = /(^|[^\p{L}])(not|non|nicht|never|almost)[ _-]+(yet[ _-]+)?(won|gewonnen|lost|verloren)([^\p{L}]|$)/u;

/** How a deal in this stage or state ended; null where it has not, or where the words do not tell. */
export function dealEnding(stage: string): 'won' | 'lost' | null {
  const folded = stage.normalize('NFC').trim().toLowerCase().replaceAll('_', ' ');
  if (denied.test(folded)) return null;
  if (lost.test(folded)) return 'lost';
  return won.test(folded) ? 'won' : null;
}

/** What a cell of `isWon` or `isClosed` says; null where it says neither. */
export function readFlag(cell: string): boolean | null {
  const folded = cell.trim().toLowerCase();
  if (['true', 't', 'yes', 'y', '1', 'ja', 'oui', 'si', 'sí', 'wahr', 'vrai'].includes(folded)) return true;
  return ['false', 'f', 'no', 'n', '0', 'nein', 'non', 'falsch', 'faux'].includes(folded) ? false : null;
}
