import { describe, expect, it } from 'vitest';
import { joinContacts } from '../../../src/intake/resolve/join-contacts.js';
import { resolveAccounts } from '../../../src/intake/resolve/resolve-accounts.js';
import { resolveTable } from '../../../src/intake/resolve/resolve-table.js';
import { TextBuilder } from '../../../src/intake/text-builder.js';
import type { TextColumn } from '../../../src/model/table.js';

const tables = [
  resolveTable('crm.csv', {
    fields: {
      id: ['A1', 'A2', 'A3'],
      name: ['Osprex Ltd', 'Quillmarsh GmbH', 'OSPREX'],
      domain: ['osprex.com', 'quillmarsh.de', ''],
    },
  }),
];

function text(...cells: (string | null)[]): TextColumn {
  const builder = new TextBuilder();
  for (const [row, cell] of cells.entries()) builder.set(row, cell);
  return builder.finish('column', cells.length);
}

describe('joinContacts', () => {
  it('joins by key, else by e-mail domain, else by company name', () => {
    const { accounts, how, unknownKeys } = joinContacts(
      {
        rowCount: 6,
        account: text('A2', 'a-3', 'A9', null, null, null),
        email: text(null, null, 'x@gmail.com', 'jo@mail.osprex.com', 'jo@gmail.com', 'jo@gmail.com'),
        company: text(null, null, null, null, 'quillmarsh', 'nobody knows'),
      },
      { tables, resolution: resolveAccounts({ tables }) },
    );
    expect([...accounts]).toEqual([1, 0, -1, 0, 1, -1]);
    expect(how).toEqual(['key', 'folded key', null, 'email domain', 'company name', null]);
    expect(unknownKeys).toEqual(['A9']);
  });

  it('leaves a row alone whose domain belongs to two accounts', () => {
    const two = [
      resolveTable('crm.csv', {
        fields: { name: ['Osprex GmbH', 'Osprex Ltd'], domain: ['osprex.com', 'osprex.com'], country: ['DE', 'GB'] },
      }),
    ];
    const { accounts } = joinContacts(
      { rowCount: 1, email: text('jo@osprex.com') },
      { tables: two, resolution: resolveAccounts({ tables: two }) },
    );
    expect([...accounts]).toEqual([-1]);
  });
});
