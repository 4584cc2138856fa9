/** Short and long ways of writing the same word. */
export const wordForms: Readonly<Record<string, string>> = {
  intl: 'international',
  int: 'international',
  svc: 'service',
  svcs: 'service',
  mfg: 'manufacturing',
  tech: 'technology',
  technologies: 'technology',
  sys: 'system',
  mgmt: 'management',
  assoc: 'associate',
  assocs: 'associate',
  bros: 'brother',
  univ: 'university',
  natl: 'national',
  govt: 'government',
  grp: 'group',
  hldgs: 'holding',
  industries: 'industry',
  inds: 'industry',
  ind: 'industry',
  eng: 'engineering',
  engrg: 'engineering',
  laboratories: 'lab',
  laboratory: 'lab',
  ctr: 'center',
  centre: 'center',
  centers: 'center',
  centres: 'center',
  dept: 'department',
  utilities: 'utility',
  agencies: 'agency',
  companies: 'company',
  properties: 'property',
  factories: 'factory',
  communications: 'communication',
  comms: 'communication',
  consult: 'consulting',
  logistik: 'logistic',
  gruppe: 'group',
  groupe: 'group',
  grupo: 'group',
  gruppo: 'group',
};

/** Words that say nearly nothing about which company it is: they come and go. */
export const suffixWords: ReadonlySet<string> = new Set(
  'group holding international global worldwide company enterprise'.split(' '),
);

/** Words of a hundred companies in any list, however short the list is. */
export const commonWords: ReadonlySet<string> = new Set(
  `system analytic logistic partner work service solution industry consulting digital lab supply trading food energy media
  health finance design technology software cloud network robotic data tooling component plastic machine packaging metal
  capital leasing assurance payment credit engineering adviser advisor staffing clinic diagnostic care pharma medical store
  home outdoor fashion council authority district agency utility board freight shipping courier warehousing bank insurance
  construction property investment management marketing education school university foundation national first united
  american european general new north south east west royal center travel tour hotel restaurant motor auto electronic
  electric power water transport product manufacturing security communication development innovation venture fund trust
  associate brother son international group holding global worldwide company enterprise office city county state
  department institute studio creative agriculture farm chemical steel paper print it web online shop market retail
  wholesale import export trade business professional`
    .trim()
    .split(/\s+/),
);

/** Words between the words. */
export const smallWords: ReadonlySet<string> = new Set('and the of und et y for des der die'.split(' '));
