/** What a course is given for. */
export const indicationIds = [
  'atrophic-acne-scars',
  'texture-and-tone',
  'enlarged-pores',
  'comedones-and-acne',
  'fine-lines-and-wrinkles',
  'laxity',
  'stretch-marks',
  'surgical-burn-or-traumatic-scar',
  'rejuvenation',
] as const;

/** The problem that a course is given for. */
export type IndicationId = (typeof indicationIds)[number];

/** Skin phototypes after Fitzpatrick, fair to dark. */
export const phototypes = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

/** The Fitzpatrick phototype of a person: how the skin burns and tans, I fair to VI dark. */
export type Phototype = (typeof phototypes)[number];
