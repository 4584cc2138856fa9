/** What exports write where there is no value. `Unknown`, `None`, `No` and `Other` are answers, and stay. */
const placeholders = new Set([
  ...[
    '',
    'na',
    'n/a',
    '#n/a',
    'n.a.',
    'n.a',
    'n\\a',
    '<na>',
    'null',
    '(null)',
    '<null>',
    '\\n',
    'nil',
    'nan',
    '-nan',
    'nat',
  ],
  ...['-', '--', '---', '–', '—', '.', '..', '...', '?', '??', '???', '_', '*'],
  ...['#name?', '#value!', '#ref!', '#div/0!', '#null!', '#num!', '#n/a!', '#error!', '#getting_data'],
  ...['select', '- select -', '--select--', '-- select --', '--none--', '-- none --', 'please select', 'select one'],
  ...['#nv', '#n/v', '#wert!', '#bezug!', '#zahl!', '#valeur!', '#nom?', '#¡valor!', '#spill!', '#calc!', '#n/d'],
  ...['k.a.', 'k. a.', 'k.a', 'keine angabe', 'n.c.', 'non renseigné', 'n/d', 'n.d.', 's/d', 'sin datos', 'n.v.t.'],
  ...[
    'bitte wählen',
    'bitte auswählen',
    'seleccionar',
    'sélectionner',
    '- none -',
    'not set',
    '<empty>',
    '<none>',
    '[null]',
  ],
  ...['undefined', '(blank)', '(empty)', '[blank]', '[empty]', 'blank', 'missing', '(not set)', '(missing)'],
]);

/** Most cells begin with another sign, and need no further look. */
const beginnings = new Set([...placeholders].flatMap((text) => [text.charAt(0), text.charAt(0).toUpperCase()]));

/** Whether a cell says that it holds nothing; case and outer space are folded. */
export function isPlaceholder(cell: string): boolean {
  if (cell.length > 20) return cell.trim() === '';
  const first = cell.charAt(0);
  if (!beginnings.has(first) && first.trim() !== '') return false;
  return placeholders.has(cell.trim().toLowerCase());
}
