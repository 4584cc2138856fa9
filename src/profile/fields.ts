import { z } from 'zod';
import { parseTrait } from '../model/parse-trait.js';

/**
 * The kinds of field in `icp.yaml`. Every scalar arrives as the text that stands in the file, so that `007` and `No`
 * stay what they are; numbers are made here.
 */
export const text = (description: string) => z.string().meta({ description });

/** Text that says something. */
export const filled = (description: string) => z.string().regex(/\S/).meta({ description });

/** Words of a list, or one of them alone. */
export const texts = (description: string) =>
  z
    .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()))
    .meta({
      description,
      // YAML hands editors `1` and `true` as a number and a boolean; here they are text.
      items: { type: ['string', 'number', 'boolean'] },
    });

export const trait = (description: string) =>
  z
    .string()
    .superRefine((value, context) => {
      const parsed = parseTrait(value);
      if (parsed.kind === 'problem') {
        context.addIssue({ code: 'custom', message: parsed.message, params: { fix: parsed.fix } });
      }
    })
    .meta({ description });

export const number = (description: string) => z.preprocess(toNumber, z.number()).meta({ description });
export const positive = (description: string) => z.preprocess(toNumber, z.number().positive()).meta({ description });
export const whole = (description: string) => z.preprocess(toNumber, z.int()).meta({ description });
export const count = (description: string) => z.preprocess(toNumber, z.int().min(0)).meta({ description });
export const share = (description: string) => z.preprocess(toNumber, z.number().min(0).max(1)).meta({ description });
export const formatVersion = (description: string) => z.preprocess(toNumber, z.literal(1)).meta({ description });

export const flag = (description: string) =>
  z.preprocess((value) => ({ true: true, false: false })[String(value)] ?? value, z.boolean()).meta({ description });

/** A measured number: with too few accounts it may be `.inf` or `.nan`. */
const measured = z.preprocess(
  toNumber,
  z.custom<number>((value) => typeof value === 'number').meta({ type: 'number' }),
);
export const measure = (description: string) => measured.meta({ description });

/** The two ends of a 95 % interval. */
export const interval = (description = 'The 95 % interval.') => z.tuple([measured, measured]).meta({ description });

/** An estimate with its interval. */
export const estimate = (description: string) =>
  z.strictObject({ estimate: measure('The estimate.'), interval: interval() }).meta({ description });

function toNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const trimmed = value.trim();
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed)) return plainZero(Number(trimmed));
  const special: Record<string, number> = {
    '.inf': Number.POSITIVE_INFINITY,
    '+.inf': Number.POSITIVE_INFINITY,
    '-.inf': Number.NEGATIVE_INFINITY,
    '.nan': Number.NaN,
  };
  return special[trimmed.toLowerCase()] ?? value;
}

/** Minus zero is zero. */
function plainZero(value: number): number {
  return value === 0 ? 0 : value;
}
