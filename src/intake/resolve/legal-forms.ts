/**
 * Legal forms by what they amount to: the first word of a line names the form, the others are ways of writing it, folded,
 * `_` for a space. Forms that only say "limited by shares" in one country and are used loosely stand on one line.
 */
const table = `
inc incorporated corp corporation co company co_inc company_inc
llc limited_liability_company
llp
lp limited_partnership
ltd limited co_ltd company_limited coltd co_limited private_limited pvt_ltd pvt_limited pvt p_ltd
plc public_limited_company
pty pty_ltd pty_limited proprietary_limited
pte pte_ltd pte_limited
gmbh gesellschaft_mbh gesellschaft_mit_beschrankter_haftung gesmbh mbh ggmbh gesellschaft_m_bh
gmbhcokg gmbh_and_co_kg gmbh_co_kg
ag aktiengesellschaft
kg kommanditgesellschaft
kgaa
ohg
ug ug_haftungsbeschrankt unternehmergesellschaft
gbr
ev
se societas_europaea
sa sociedad_anonima societe_anonyme s_a
sas societe_par_actions_simplifiee sasu
sarl societe_a_responsabilite_limitee
srl societa_a_responsabilita_limitata
spa societa_per_azioni
sl sociedad_limitada slu
sadecv sa_de_cv s_de_rl_de_cv
ltda limitada
lda
bv besloten_vennootschap bvba
nv naamloze_vennootschap
vof
cv
oy osakeyhtio
oyj
ab aktiebolag
as aksjeselskap aktieselskab
asa
aps anpartsselskab
spzoo sp_zoo sp_z_oo spolka_z_oo spolka_z_ograniczona_odpowiedzialnoscia
sro s_ro spol_s_ro
doo d_oo
kft
zrt
ood
eood
ooo
oao
pao
kk kabushiki_kaisha kabushikigaisha
gk godo_kaisha
pt
tbk
bhd berhad
sdn sdn_bhd sdnbhd
jsc
fze
fzco
wll
as_turkey anonim_sirketi
ltd_sti limited_sirketi`;

const forms = new Map(
  table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const ways = line.split(' ');
      return ways.map((way) => [way.replaceAll('_', ' '), ways[0]] as const);
    }),
);

/** Forms that stand before the name: `OOO Romashka`, `PT Telkom`, `AB Volvo`. */
const leading = new Set(['ooo', 'oao', 'pao', 'pt', 'ab', 'oy', 'kk']);
const longest = 5;
/** Most names end with none of these, and need no further look. */
const endings = new Set([...forms.keys()].map((form) => form.slice(form.lastIndexOf(' ') + 1)));

/** The legal form at the end (or start) of folded words, and what is left; a name that is nothing else keeps its words. */
export function splitLegalForm(words: readonly string[]): {
  readonly core: readonly string[];
  readonly form: string | null;
} {
  let end = words.length;
  let form: string | null = null;
  for (let found = true; found; ) {
    found = false;
    if (!endings.has(words[end - 1])) break;
    for (let size = Math.min(longest, end - 1); size >= 1 && !found; size--) {
      const known = forms.get(words.slice(end - size, end).join(' '));
      if (known === undefined) continue;
      form ??= known;
      end -= size;
      found = true;
    }
    if (found && end > 1 && words[end - 1] === 'and') end--;
  }
  if (form === null && end > 1 && leading.has(words[0])) return { core: words.slice(1), form: words[0] };
  return { core: words.slice(0, end), form };
}
