import { z } from 'zod';
import { siteIds } from '../atlas/site-ids.ts';
import { routes } from '../course/protocol-schema.ts';
import { textSchema } from '../provenance/schemas.ts';
import { comparisons } from '../study/outcome-schema.ts';
import { studiedIndications } from '../study/study-schema.ts';
import { studyIds } from '../study/study-ids.ts';

/** From the strongest to the weakest. A claim holds only as far as its weakest part. */
export const grades = ['supported', 'limited', 'conflicting', 'not supported', 'wrong as stated'] as const;
/** How far the evidence bears a claim out. */
export type Grade = (typeof grades)[number];

/** `aside` is shown beside the claim and does not count for it. */
const partShape = { words: textSchema, aside: z.literal(true).optional() };
const route = z.enum(routes);

/** Does it help, by the rule of grade-effect.ts: for an indication, or for outcomes whose name holds one of the words. */
const effect = z
  .strictObject({
    rule: z.literal('effect'),
    ...partShape,
    route,
    indication: z.enum(studiedIndications).optional(),
    about: z.array(textSchema).min(1).optional(),
  })
  .refine(
    ({ indication, about }) => indication !== undefined || about !== undefined,
    'expected what is to be helped',
  );

const place = z.strictObject({
  rule: z.literal('place'),
  ...partShape,
  route,
  sites: z.array(z.enum(siteIds)).min(1),
});

/** Does it do more than something else: only studies that compared the two speak. */
const compared = z.strictObject({
  rule: z.literal('compared'),
  ...partShape,
  route,
  indication: z.enum(studiedIndications).optional(),
  against: z.array(z.enum(comparisons)).min(1),
  against_words: textSchema,
});

/** Do needles stay in the top layer, and did none leave lasting harm. */
const depth = z.strictObject({ rule: z.literal('depth'), ...partShape, route });
const lastingHarm = z.strictObject({ rule: z.literal('lasting-harm'), ...partShape, route });

/** Where the studies give no rule a hold: a judgement, marked as one. */
const judged = z.strictObject({
  rule: z.literal('judged'),
  ...partShape,
  grade: z.enum(grades),
  reason: textSchema,
  studies: z.array(z.enum(studyIds)),
  read: z.literal('clinical judgement'),
});

export const claimPartSchema = z.discriminatedUnion('rule', [
  effect,
  place,
  compared,
  depth,
  lastingHarm,
  judged,
]);

export const claimSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  /** The claim as people hear it. */
  words: textSchema,
  parts: z
    .array(claimPartSchema)
    .refine((parts) => parts.some(({ aside }) => !aside), 'expected a part that counts'),
});

export type Claim = z.infer<typeof claimSchema>;
export type ClaimPart = Claim['parts'][number];
export type PartOf<Rule extends ClaimPart['rule']> = Extract<ClaimPart, { rule: Rule }>;
