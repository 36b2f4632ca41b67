import { dimensionOf, parseQuantity } from '@percuta/quantity';
import { z } from 'zod';
import { readDocument } from '../../case/document.ts';

const name = z.string().min(1);
const time = z.string().describe('"0.1 s"');

/** Which result of a problem is compared. */
const target = z.union([
  z.strictObject({ resistance: name.describe('of outputs.resistances') }),
  z.strictObject({ impedance: name.describe('of outputs.resistances'), part: z.enum(['size', 'phase']) }),
  z.strictObject({
    probe: name,
    at: time.optional().describe('left out where there is no time'),
    rise: z.literal(true).optional().describe('above the initial temperature'),
  }),
  z.strictObject({ current: name.describe('electrode; size of its current') }),
  z.strictObject({
    channel: name,
    quantity: z.enum(['impedance', 'voltage', 'current', 'power', 'energy']),
    at: time,
  }),
  z.strictObject({ history: name, kinetics: name }),
  z.strictObject({ front: name.describe('contour: distance of its far end from the start'), at: time }),
]);

const check = z.strictObject({
  of: target,
  expected: z.string().describe('with its unit; a bare number for shares and Omega'),
  within: z.string().describe('"0.5 %" of the expected value, or an amount with its unit'),
});

const problem = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: name,
  document: name.describe('path of a heat problem, from the file'),
  source: name.describe('where the expected values are from'),
  checks: z.array(check).min(1),
});

/** Problems with a known solution: which document, which result, what it should be, and how near. */
export const verificationFileSchema = z.strictObject({
  kind: z.literal('percuta heat verification'),
  version: z.literal(1),
  everywhere: z
    .array(
      z.strictObject({
        balance: z.enum(['energy', 'enthalpy']),
        within: z.string(),
        note: z.string().optional(),
      }),
    )
    .describe('balances that every problem with a domain keeps'),
  problems: z.array(problem).min(1),
  left_out: z.array(z.strictObject({ title: name, why: name })),
});

/** Heat problems with a known solution, as the file has them. Fields: `verificationFileSchema`. */
export type VerificationFile = z.output<typeof verificationFileSchema>;
/**
 * One result of a heat problem with what it should be, and how near; amounts are text with their units. Fields:
 * `checks` of `verificationFileSchema`.
 */
export type VerificationCheck = z.output<typeof check>;

/** Reads a verification file; throws BadInput with every problem. */
export const readVerificationFile = (input: unknown): VerificationFile =>
  readDocument(verificationFileSchema, input);

/** The unit of an amount as it is written; empty for a bare number. */
export const unitOf = (text: string): string => /^\S+\s+(.+)$/.exec(text.trim())?.[1] ?? '';

/** An amount as a check writes it, in SI; temperatures in kelvin. */
export const amount = (text: string): number => {
  const unit = unitOf(text);
  return parseQuantity(text, unit === '' ? 'fraction' : dimensionOf(unit));
};

/** What a check expects and how far off it may be, in SI. A share of nothing, or of a temperature, is refused. */
export const boundsOf = ({
  expected,
  within,
}: VerificationCheck): { expected: number; tolerance: number } => {
  const value = amount(expected);
  if (!within.trim().endsWith('%')) return { expected: value, tolerance: amount(within) };
  const isTemperature = expected.trim().endsWith('°C');
  if (value === 0 || isTemperature) {
    throw new RangeError(`"${within}" of "${expected}" says nothing; write an amount with its unit`);
  }
  return { expected: value, tolerance: Math.abs(value) * amount(within) };
};
