/** An encoding of one or two bytes a character, by its WHATWG name, and where its usual characters lie. */
export interface DoubleByteEncoding {
  readonly name: string;
  readonly language: string;
  readonly zones: readonly Zone[];
}

interface Zone {
  /** First and last lead byte, trail byte; a character of one byte has no trail. */
  readonly lead: readonly [number, number];
  readonly trails: readonly (readonly [number, number])[];
  /** Share of the characters of usual texts that are in this zone. */
  readonly share: number;
}

const upper = [[0xa1, 0xfe]] as const;
const zone = (lead: Zone['lead'], trails: Zone['trails'], share: number): Zone => ({ lead, trails, share });

/** Zones of level-1 characters (in daily use), punctuation, and the rare ones; a zone may lie inside a later one. */
export const doubleByteEncodings: readonly DoubleByteEncoding[] = [
  {
    name: 'shift_jis',
    language: 'Japanese',
    zones: [
      zone([0x82, 0x82], [[0x9f, 0xf1]], 0.25),
      zone([0x83, 0x83], [[0x40, 0x96]], 0.2),
      zone(
        [0x88, 0x97],
        [
          [0x40, 0x7e],
          [0x80, 0xfc],
        ],
        0.4,
      ),
      zone(
        [0x81, 0x82],
        [
          [0x40, 0x7e],
          [0x80, 0xfc],
        ],
        0.05,
      ),
      zone([0xa1, 0xdf], [], 0.02),
      zone(
        [0x98, 0x9f],
        [
          [0x40, 0x7e],
          [0x80, 0xfc],
        ],
        0.005,
      ),
      zone(
        [0xe0, 0xea],
        [
          [0x40, 0x7e],
          [0x80, 0xfc],
        ],
        0.01,
      ),
    ],
  },
  {
    name: 'gbk',
    language: 'Chinese',
    zones: [
      zone([0xb0, 0xd7], upper, 0.85),
      zone([0xa1, 0xa3], upper, 0.04),
      zone([0xd8, 0xf7], upper, 0.03),
      zone(
        [0x81, 0xfe],
        [
          [0x40, 0x7e],
          [0x80, 0xfe],
        ],
        0.002,
      ),
    ],
  },
  {
    name: 'big5',
    language: 'Chinese',
    zones: [
      zone(
        [0xa4, 0xc6],
        [
          [0x40, 0x7e],
          [0xa1, 0xfe],
        ],
        0.87,
      ),
      zone(
        [0xa1, 0xa3],
        [
          [0x40, 0x7e],
          [0xa1, 0xfe],
        ],
        0.04,
      ),
      zone(
        [0xc9, 0xf9],
        [
          [0x40, 0x7e],
          [0xa1, 0xfe],
        ],
        0.03,
      ),
    ],
  },
  {
    name: 'euc-kr',
    language: 'Korean',
    zones: [
      zone([0xb0, 0xc8], upper, 0.9),
      zone([0xa1, 0xa3], upper, 0.03),
      zone([0xca, 0xfd], upper, 0.005),
      zone(
        [0x81, 0xc6],
        [
          [0x41, 0x5a],
          [0x61, 0x7a],
          [0x81, 0xfe],
        ],
        0.005,
      ),
    ],
  },
  {
    name: 'euc-jp',
    language: 'Japanese',
    zones: [
      zone([0xa4, 0xa4], [[0xa1, 0xf3]], 0.25),
      zone([0xa5, 0xa5], [[0xa1, 0xf6]], 0.2),
      zone([0xb0, 0xcf], upper, 0.4),
      zone([0xa1, 0xa3], upper, 0.05),
      zone([0xd0, 0xf4], upper, 0.01),
      zone([0x8e, 0x8e], [[0xa1, 0xdf]], 0.01),
    ],
  },
];

const ascii = Math.log(0.08 / 64);
const broken = Math.log(1e-9);

/** Log-likelihood of bytes (0x40 and above) as text of the encoding; what is no character costs much and one byte. */
export function doubleByteLikelihood(bytes: Uint8Array, { zones }: DoubleByteEncoding): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; ) {
    if (bytes[i] < 0x80) {
      sum += ascii;
      i++;
      continue;
    }
    const found = zones.find((one) => isIn(one, bytes[i], bytes[i + 1] ?? 0));
    sum += found === undefined ? broken : Math.log(found.share / sizeOf(found));
    i += found === undefined || found.trails.length === 0 ? 1 : 2;
  }
  return sum;
}

function isIn({ lead, trails }: Zone, first: number, second: number): boolean {
  if (first < lead[0] || first > lead[1]) return false;
  return trails.length === 0 || trails.some(([from, to]) => second >= from && second <= to);
}

function sizeOf({ lead, trails }: Zone): number {
  const each = trails.length === 0 ? 1 : trails.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return (lead[1] - lead[0] + 1) * each;
}
