/** Every site of the atlas, head to foot; one file each (tested). */
export const siteIds = [
  'scalp',
  'forehead',
  'glabella',
  'temple',
  'periorbital_crows_feet',
  'lower_eyelid',
  'nose',
  'cheek',
  'upper_lip_perioral',
  'chin',
  'jawline',
  'neck',
  'decolletage_chest',
  'breast',
  'abdomen',
  'flank',
  'back',
  'upper_arm',
  'forearm',
  'hand_dorsum',
  'buttock',
  'thigh_anterior',
  'thigh_posterior',
  'thigh_inner',
  'knee',
  'lower_leg',
] as const;

/** The id of a site of the skin atlas, such as cheek. */
export type SiteId = (typeof siteIds)[number];
