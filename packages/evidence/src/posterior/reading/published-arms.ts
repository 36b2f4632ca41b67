import { z } from 'zod';
import { textSchema } from '../../provenance/schemas.ts';

const count = z.int().nonnegative();

const outcome = z.looseObject({
  measure: textSchema,
  responders: z
    .looseObject({ k: count, n: count, definition: textSchema, k_derived: z.boolean().default(false) })
    .optional(),
  categories: z
    .looseObject({
      counts: z.record(textSchema, count).optional(),
      percent: z.record(textSchema, z.number()).optional(),
      n: count,
    })
    .optional(),
});

const arm = z.looseObject({
  id: textSchema,
  study_id: textSchema,
  arm_role: z.string().default('needling'),
  design: z.string().default(''),
  assessor_blinded: z.boolean().nullish(),
  n_analysed: count.nullish(),
  indication: textSchema,
  body_site: z.array(textSchema).default([]),
  device: z.looseObject({ modality: textSchema }),
  outcomes: z.array(outcome).default([]),
});

/** Arms one by one, as a table of trials lists them, in words. Unknown keys are kept and ignored. */
export const publishedArmsSchema = z.looseObject({ arms: z.array(arm).min(1) });

type PublishedArm = z.output<typeof arm>;
type PublishedOutcome = z.output<typeof outcome>;

/** Whether a document lists arms that each name their study. */
export const isPublishedArms = (document: unknown): boolean => {
  const { arms } = z.looseObject({ arms: z.array(z.unknown()).optional() }).safeParse(document).data ?? {};
  return arms?.some((each) => typeof each === 'object' && each !== null && 'study_id' in each) ?? false;
};

type Words = readonly (readonly [RegExp, string])[];

const named = (words: Words, text: string, otherwise: string): string =>
  words.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;

const indications: Words = [
  [/acne.*scar|scar.*acne/i, 'atrophic-acne-scars'],
  [/stria|stretch/i, 'stretch-marks'],
  [/pore/i, 'enlarged-pores'],
  [/scar|burn|keloid/i, 'surgical-burn-or-traumatic-scar'],
  [/acne|comedon/i, 'comedones-and-acne'],
  [/wrinkle|fine line|crow|photo-?ag/i, 'fine-lines-and-wrinkles'],
  [/lax|sagging|tighten/i, 'laxity'],
  [/texture|tone\b/i, 'texture-and-tone'],
  [/rejuven/i, 'rejuvenation'],
];

const regions: Words = [
  [/burn scars|mixed sites|any/i, 'any'],
  [
    /face|facial|cheek|forehead|lip|perioral|periorbital|nose|chin|temple|malar|eye|crow|jaw|glabell/i,
    'face',
  ],
  [/neck|submental/i, 'neck'],
  [/abdom|belly/i, 'abdomen'],
];

const modalities: Words = [
  [/\bno(t)? needles/i, 'rf-without-needles'],
  [/sham|placebo/i, 'sham'],
  [/\brf\b|radio-?frequency/i, 'rf'],
  [/needl|roller|pen\b|stamp|percutaneous collagen|\bPCI\b/i, 'needling'],
  [/microdermabrasion/i, 'microdermabrasion'],
  [/laser|AFL|CO2|Er:/i, 'laser'],
  [/peel|TCA|acid/i, 'peel'],
];

const roles: Words = [
  [/^needling/i, 'needling'],
  [/combination/i, 'combination'],
  [/sham/i, 'sham'],
  [/comparator/i, 'comparator'],
];

/** Measures whose classes or responders mean something of their own; all else is a scale of the paper. */
const measures: Words = [
  [/satisf/i, 'satisfaction-own-scale'],
  [/GAIS|global aesthetic/i, 'gais'],
  [/quartile/i, 'improvement-quartiles'],
  [/quantitative improvement category/i, 'goodman-baron-quantitative-category'],
];

const responderMeasures: Words = [
  [/GAIS/i, 'responders-gais'],
  [/satisf/i, 'responders-satisfied'],
  [/ECCA/i, 'responders-any-ecca-reduction'],
  [/exactly (one|1)|^(one|1) grade/i, 'responders-exactly-one-grade'],
  [/exactly (two|2)/i, 'responders-exactly-two-grades'],
  [/(>=|≥|at least) ?(2|two)\b.*grade|(two|2) grades? or more/i, 'responders-two-grades-or-more'],
  [/(>=|≥|at least) ?(1|one)\b.*grade|(one|1) grade or more/i, 'responders-one-grade-or-more'],
  [/(>|over|more than) ?25 ?%/i, 'responders-over-25-percent'],
  [/^(?!.*\d).*improve/i, 'responders-any-improvement'],
];

const quartileWords = /^(fair|moderate|good|marked|excellent|very_good|minimal|poor|mild|none.*)$/;

const measureOf = ({ measure, responders, categories }: PublishedOutcome): string => {
  if (responders !== undefined) return named(responderMeasures, responders.definition, 'own-scale');
  const words = Object.keys(categories?.counts ?? categories?.percent ?? {});
  const isQuartile = /improvement category/i.test(measure) && words.every((word) => quartileWords.test(word));
  return named(measures, measure, isQuartile ? 'improvement-quartiles' : 'own-scale');
};

const categoriesOf = ({ counts, percent, n }: NonNullable<PublishedOutcome['categories']>): object => ({
  n,
  ...(counts === undefined
    ? {
        shares: Object.fromEntries(
          Object.entries(percent ?? {}).map(([word, share]) => [word, `${share} %`]),
        ),
      }
    : { counts }),
});

/** Of an outcome only what counts people: the model is scored by nothing else. */
const outcomesOf = (given: PublishedOutcome): object[] => {
  const { measure, responders, categories } = given;
  if (responders === undefined && categories === undefined) return [];
  const { k, n, definition, k_derived } = responders ?? {};
  return [
    {
      words: measure,
      measure: measureOf(given),
      ...(responders === undefined ? {} : { responders: { k, n, definition, k_derived } }),
      ...(categories === undefined ? {} : { categories: categoriesOf(categories) }),
    },
  ];
};

const armOf = (given: PublishedArm): object => ({
  id: given.id,
  role: named(roles, given.arm_role, 'context'),
  indication: named(indications, given.indication, 'other'),
  indication_words: given.indication,
  places: given.body_site.map((words) => ({ words, region: named(regions, words, 'body') })),
  device: { words: given.device.modality, modality: named(modalities, given.device.modality, 'needling') },
  ...(typeof given.n_analysed === 'number' ? { analysed: given.n_analysed } : {}),
  outcomes: given.outcomes.flatMap(outcomesOf),
});

const blindingOf = ({ assessor_blinded: isBlind, design }: PublishedArm): string | undefined => {
  if (/blinded photo/i.test(design)) return 'photographs';
  if (isBlind === true || /double.blind|blinded/i.test(design)) return 'assessor';
  return isBlind === false ? 'no' : undefined;
};

/** Arms of a table of trials as studies to predict, joined by the study that they name. Of `publishedArmsSchema`. */
export const studiesOfPublished = (document: unknown): object[] => {
  const { arms } = publishedArmsSchema.parse(document);
  return [...new Set(arms.map(({ study_id: id }) => id))].map((id) => {
    const own = arms.filter(({ study_id: study }) => study === id);
    const blinding = own.map(blindingOf).find((each) => each !== undefined);
    return { id, ...(blinding === undefined ? {} : { blinding }), arms: own.map(armOf) };
  });
};
