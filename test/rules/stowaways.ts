import { createHash } from 'node:crypto';
import type { TreeFile } from './read-tree.js';

/**
 * Identifiers and rows of the public data sets that Assay is tried on, which are not ours to pass on. First twelve
 * digits of the SHA-256, of a word and of the second to twelfth field of a row, so that the list gives nothing away.
 */
const telltaleWords = new Set(
  `
    002c33c4b099 0203d8422d92 030af5ab2442 08f8c8f4a8ab 0d5a56f2af08 0e46f07a9157 224c82e65ff7 23636ae8e2b2
    23d6baf18e83 24dfb638b12a 284e5e785dc0 2af60ba7f749 2d51f145112a 34e717b83f0d 379e780c0022 45ca587cb57b
    5f362546eb75 6bd283e5eb3d 701bf78bdf33 71ee64f72fef 7a2e1070cbff 7fb88c884881 936ed525a609 945ea6d1cd4b
    94e0af22e98e 9f0c2ea27f6c a0f36d366b9e af6f8cb9869d b6aa67415d88 c3b3f6920d16 ccb9b535b6fe d358ff872d96
    d99a7b683ec4 db623917e77e e41fea606f27 e7b9e92834aa e89d17e75660 e9bd5fd81eb0 f348ec61cedb f3f9002e121c
    f9bed4902400 fec525ebfa15
  `
    .trim()
    .split(/\s+/),
);

const telltaleRows = new Set(
  `
    0d6578e8b624 0df302a373c9 19e9c97555fd 1a0924329b6c 1fcf9bd170f5 203c61665bad 39825497948b 3b8d7b909d66
    6bf84fae02c0 70a1f327f412 78172d91ac2d 79f0688c91bb 7af2b13073a4 7fc31e6e7d43 b44d53995a07 bc90f5fcb3f3
    c056faadde0a cfc7c79f675b de3add6e2bda fbc074d9d67f
  `
    .trim()
    .split(/\s+/),
);

/** Lines that carry something of a data set that must stay outside the repository. */
export function findForeignData(
  files: readonly TreeFile[],
  known: { words: ReadonlySet<string>; rows: ReadonlySet<string> } = { words: telltaleWords, rows: telltaleRows },
): string[] {
  const digests = new Map<string, boolean>();
  const isKnownWord = (word: string) => {
    const hit = digests.get(word) ?? known.words.has(digest(word));
    digests.set(word, hit);
    return hit;
  };
  return perLine(files, (line) => {
    const fields = line.split(/[;,\t]/).map((field) => field.replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, ''));
    if (fields.length >= 12 && known.rows.has(digest(fields.slice(1, 12).join('|')))) return 'a row';
    return (line.match(/\b[A-Z0-9]+-?[A-Za-z0-9]{5,}\b/g) ?? []).find(isKnownWord);
  });
}

// Put together from parts, so that this file does not find itself.
const machinePath = new RegExp(
  `(?<![\\w.~)}\\]'-])/(?:${['work', 'root', 'tmp', 'home/\\w+', 'Users/\\w+'].join('|')})(?:/|\\b)`,
);
const registryHost = new RegExp(`https?://[^\\s"'/]*(?:${['registry', 'artifactory', 'nexus'].join('|')})`, 'i');

/** Lines that name a folder of the machine they were written on, or the host that packages came from. */
export function findMachineTraces(files: readonly TreeFile[]): string[] {
  const read = files.filter(({ path }) => path !== '.gitignore' && path !== 'LICENSE');
  return perLine(read, (line) => (machinePath.exec(line) ?? registryHost.exec(line))?.[0]);
}

/** Files that are too heavy to be carried by every clone for ever. */
export function findHeavyFiles(files: readonly TreeFile[], limitBytes = 500_000): string[] {
  return files.filter(({ bytes }) => bytes > limitBytes).map(({ path, bytes }) => `${path}: ${bytes} bytes`);
}

function perLine(files: readonly TreeFile[], find: (line: string) => string | undefined): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => {
      const found = find(line);
      return found === undefined ? [] : [`${path}:${i + 1}: ${found}`];
    }),
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
