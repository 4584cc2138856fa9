import { createRandom } from '../src/stats/random.js';

/**
 * Accounts as a CRM exports them, 20 columns: ids, names with legal forms, sites, e-mail, phones, countries, dates,
 * money, categories, sets, booleans, free text with quotes and line ends. One row in forty is a second copy of an earlier
 * account in another hand, one in a hundred a look-alike in another country.
 * @returns pieces of CSV text with CRLF, the header first; the same for the same seed.
 */
export function* accountExport({ rows, seed }: { rows: number; seed: number }): Generator<string> {
  const { next: random } = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)];
  const recent: Company[] = [];
  yield `${headers.join(',')}\r\n`;
  let piece = '';
  for (let row = 0; row < rows; row++) {
    const chance = random();
    const known = recent.length > 0 && chance < 0.035 ? pick(recent) : null;
    let company = known ?? drawCompany({ pick, below });
    if (known !== null && chance < 0.025) company = respell(known, pick);
    else if (known !== null) company = { ...known, site: '', country: pick(countries), city: '' };
    if (recent.length < 4096) recent.push(company);
    else recent[below(4096)] = company;
    piece += `${rowOf({ row, company, random, below, pick })}\r\n`;
    if (row % 1000 === 999) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

interface Company {
  readonly name: string;
  readonly site: string;
  readonly country: string;
  readonly city: string;
}

interface Draw {
  readonly pick: <T>(values: readonly T[]) => T;
  readonly below: (limit: number) => number;
}

const split = (text: string) => text.split('|');
const headers = split(
  'Account ID|Account Name|Website|Email|Phone|Billing Country|Billing City|Industry|Employees|Annual Revenue|Created Date|Last Activity Date|Account Owner|Lead Source|Plan|Tech Stack|Is Customer|NPS|Description|Status',
);
const onsets = split('b|br|c|cr|d|dr|f|fl|g|gr|h|j|k|kl|l|m|n|p|pl|qu|r|s|st|t|tr|v|w|z');
const vowels = split('a|e|i|o|u|ai|ea|io');
const codas = split('|n|r|l|s|x|m|nd|rt|ck|th');
const trades = split(
  'Analytics|Logistics|Systems|Software|Health|Foods|Energy|Consulting|Media|Robotics|Capital|Pharma|Textiles|Motors|Insurance|Networks|Labs|Design|Aerospace|Chemicals|Tools|Partners|Solutions|Group',
);
const forms = split('| Inc.| LLC| Ltd| GmbH| AG| S.A.| B.V.| Pty Ltd|, Inc.| & Co. KG| Oy');
const endings = split('com|com|com|io|net|de|co.uk|fr|nl|org');
const countries = split(
  'United States|Germany|United Kingdom|France|Netherlands|Canada|Spain|Italy|Sweden|Poland|Austria|Switzerland|India|Australia|Brazil|Japan|Singapore|Ireland|Denmark|Norway|Finland|Belgium|Portugal|Mexico|Czechia',
);
const ordinary = split(
  'blue|north|river|stone|cedar|silver|green|summit|harbor|bright|iron|maple|sun|clear|golden|swift|first|grand|open|red|oak|lake|hill|star|moon|delta|alpha|vector|prime|urban|global|pacific|atlas|falcon|eagle|wolf|bear|lion|tiger|arrow|anchor|bridge|tower|gate|key|spark|ember|frost|storm|cloud|sky|ocean|coral|pearl|amber|ruby|jade|onyx|copper|nickel|cobalt|carbon|crystal|prism|mirror|lantern|beacon|compass|horizon|meridian|zenith|nova|orbit|comet|galaxy|quantum|fusion|pulse|signal|echo|wave|current|flow|spring|brook|creek|valley|canyon|mesa|prairie|meadow|field|garden|orchard|forest|grove|willow|birch|aspen|elm|pine|spruce|hazel|ivy|clover|thistle|heather|sage|basil|mint|ginger|saffron|olive|lemon|cherry|plum|apple|honey|sugar|salt|pepper|flint|granite|marble|slate|quartz|basalt|dune|reef|island|coast|shore|bay|cape|port|pier|dock|mill|forge|anvil|hammer|wheel|wagon|sail|mast|rudder|rope|knot|loom|thread|needle|button|velvet|linen|cotton|wool|silk|paper|pencil|ink|quill|book|page|chapter|story|fable|legend|myth|riddle|puzzle|chess|rook|knight|bishop|castle|crown|shield|lance|banner|drum|flute|harp|bell|chime|choir|tempo|rhythm|canvas|palette|studio|gallery|museum|market|bazaar|corner|square|avenue|lane|path|trail|summer|winter|autumn|dawn|dusk|noon|midnight|century|epoch|era|unity|liberty|heritage|pioneer|frontier|venture|quest|voyage|journey|passage|crossing|junction|union|alliance|guild|league|circle|sphere|cube|pyramid|spiral|helix|matrix|lattice|mosaic|fabric|pattern|format|logic|reason|insight|vision|focus|lens|optic|sonic|metric|apex|vertex|axis|pivot|lever|gear|motor|piston|turbine|engine|rocket|shuttle|glider|kite|feather|wing|nest|hive|den|burrow|fox|otter|badger|heron|crane|swan|robin|raven|owl|hawk|trout|salmon|dolphin|whale|seal|turtle|panda|koala|lynx|puma|jaguar|bison|elk|moose|stag',
);
const families = invented({ seed: 2, count: 12_000, ends: ['', 'son', 'er', 'man', 'i'] });
const places = invented({ seed: 3, count: 3000, ends: ['ham', 'burg', 'ville', 'ton', 'field', 'stadt'] });
const industries = split(
  'Computer Software|Hospital & Health Care|Financial Services|Retail|Automotive|Logistics|Education|Manufacturing|Insurance|Real Estate|Telecom|Non-Profit',
);
const sizes = split('1-10|11-50|51-200|201-500|501-1000|1001-5000|5001+');
const owners = Array.from(
  { length: 180 },
  (_, i) => `${split('Ada|Ben|Cleo|Dev|Eva|Finn')[i % 6]} ${split('Moss|Reyes|Okafor|Lind|Sato')[i % 5]}${i}`,
);
const sources = split('Referral|Website|Outbound|Event|Partner|Paid search|');
const plans = split('Free|Starter|Pro|Enterprise|N/A');
const tools = split('Slack|Jira|HubSpot|Salesforce|Zendesk|Notion|Asana|Figma|AWS|Azure');
const sentences = split(
  'Asked for a quote|Called back, wants "proof" first|Budget is set in Q3|Uses two rival tools|No answer yet; try again|Met at the fair, very keen|Legal review is open|Wants SSO and audit logs|Moved offices|Champion has left',
);

function invented({ seed, count, ends }: { seed: number; count: number; ends: readonly string[] }): string[] {
  const { int } = createRandom(seed);
  const pick = (from: readonly string[]) => from[int(from.length)];
  return Array.from({ length: count }, () => {
    const word = `${pick(onsets)}${pick(vowels)}${pick(onsets)}${pick(vowels)}${pick(codas)}${pick(ends)}`;
    return `${word[0].toUpperCase()}${word.slice(1)}`;
  });
}

/** Half of the names are invented, the others made of ordinary words and family names, as in the world. */
function drawCompany({ pick, below }: Draw): Company {
  const syllable = () => `${pick(onsets)}${pick(vowels)}`;
  const kind = below(10);
  const root =
    kind < 5
      ? `${syllable()}${syllable()}${syllable()}${pick(codas)}`
      : kind < 8
        ? `${pick(ordinary)} ${pick(ordinary)}${below(4) === 0 ? ` ${pick(ordinary)}` : ''}`
        : pick(families);
  const first = root.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());
  const trade = kind >= 8 || below(10) < 7 ? ` ${pick(trades)}` : '';
  const partner =
    kind >= 8 && below(10) < 8 ? ` ${pick(['& ', 'of ', ''])}${pick(kind === 8 ? families : places)}` : '';
  const label = `${root}${partner}${trade}`.toLowerCase().replace(/[^a-z]/g, '');
  const site = `${below(3) === 0 ? 'https://www.' : ''}${label}${below(4) === 0 ? below(90) : ''}.${pick(endings)}`;
  return {
    name: `${first}${partner}${trade}${pick(forms)}`,
    site: below(10) < 8 ? site : '',
    country: pick(countries),
    city: pick(places),
  };
}

function respell(company: Company, pick: Draw['pick']): Company {
  const { name } = company;
  const at = 2 + (name.length % 3);
  const changed = pick([
    name.toUpperCase(),
    name.replace(/,? (Inc\.|LLC|Ltd|GmbH|AG)$/, ''),
    `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at]}${name.slice(at + 2)}`,
    name.replace(' ', ''),
    ` ${name}  `,
  ]);
  return { ...company, name: changed, city: pick([company.city, '']) };
}

function rowOf({
  row,
  company,
  random,
  below,
  pick,
}: Draw & { row: number; company: Company; random: () => number }): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = (from: number) => `${from + below(5)}-${two(1 + below(12))}-${two(1 + below(28))}`;
  const money = Math.round(10 ** (4 + random() * 4));
  const host = company.site.replace(/^https:\/\/www\./, '');
  const mailed = host !== '' && below(3) > 0 ? `${pick(['info', 'sales', 'office', 'hello'])}@${host}` : '';
  const mail = mailed === '' && below(4) === 0 ? `contact${row}@gmail.com` : mailed;
  const notes = Array.from({ length: below(4) }, () => pick(sentences)).join(below(20) === 0 ? '\n' : '. ');
  return [
    `001${(10_000_000 + row * 7).toString(36).toUpperCase()}`,
    quoted(company.name),
    company.site,
    mail,
    below(2) === 0 ? `+1 ${200 + below(700)} 555 ${String(below(10_000)).padStart(4, '0')}` : '',
    company.country,
    company.city,
    pick(industries),
    pick(sizes),
    quoted(`$${money.toLocaleString('en-US')}.00`),
    day(2019),
    `${day(2020)}T${two(below(24))}:${two(below(60))}:00Z`,
    pick(owners),
    pick(sources),
    pick(plans),
    tools.filter(() => random() < 0.25).join(';'),
    pick(['true', 'false']),
    below(3) === 0 ? '' : below(11),
    quoted(notes === '' ? '' : `${notes} (${below(100_000)})`),
    pick(['won', 'lost', 'open']),
  ].join(',');
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
