/** How people write the same legal form. */
const longForms: Readonly<Record<string, string>> = {
  'Inc.': 'Incorporated',
  Ltd: 'Limited',
  LLC: 'L.L.C.',
  GmbH: 'Gesellschaft mbH',
  'B.V.': 'BV',
  'S.A.': 'SA',
  'S.r.l.': 'SRL',
  Pty: 'Pty Limited',
};

/**
 * The same company name in another hand: `Acme Inc.` → `ACME, Inc`, `acme inc`, `Acme Incorporated`, `Acme`.
 * @param name ends with its legal form. @param style any whole number; it selects the way of writing.
 */
export function respellCompany(name: string, style: number): string {
  const words = name.split(' ');
  const form = words.pop() as string;
  const core = words.join(' ');
  const bare = form.replaceAll('.', '');
  switch (style % 5) {
    case 0:
      return `${core.toUpperCase()}, ${bare}`;
    case 1:
      return name.toLowerCase();
    case 2:
      return longForms[form] === undefined ? core : `${core} ${longForms[form]}`;
    case 3:
      return `${core.replaceAll(' ', '-')} ${bare}`;
    default:
      return `${core}, ${form}`;
  }
}

/** The same address in another hand: capitals, which mail systems ignore. */
export function respellEmail(email: string): string {
  const [local, domain] = email.split('@');
  return `${local.toUpperCase()}@${domain}`;
}
