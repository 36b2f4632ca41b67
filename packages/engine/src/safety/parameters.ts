import { cite, parameter } from '@percuta/evidence';
import type { Stage, Values } from '../stage.ts';

/** What makes a track in relaxed skin longer than the dial says (section "Safety" of the theory page). */
export const safetyParameters = {
  compression: parameter({
    symbol: 'c_p',
    meaning: 'lengthening of the track in relaxed skin because the handpiece thins the skin it presses on',
    value: 0.1,
    unit: '1',
    spread: { kind: 'triangular', low: 0.05, high: 0.15 },
    basis: 'assumed',
    sources: [],
    reason: 'no measurement found',
    read: 'estimate',
  }),
  dialTolerance: parameter({
    symbol: 't_d',
    meaning: 'error of the depth setting where the sheet gives none',
    value: 0.15,
    unit: 'mm',
    spread: { kind: 'triangular', low: 0.1, high: 0.2 },
    basis: 'assumed',
    sources: [cite('exceed_fda', '±0.15 mm, of another device')],
    read: 'estimate',
  }),
};

export const safetyStage: Stage<typeof safetyParameters> = {
  name: 'safety',
  version: 1,
  parameters: safetyParameters,
};

export type SafetyValues = Values<typeof safetyParameters>;

const policy = 'definition: a planning limit, not a measurement';

/** Bounds of the envelope that are ours. Each can be tightened by anyone and loosened only by a named override. */
export const limitBounds = {
  tipLeavesDermis: parameter({
    symbol: 'alpha_D',
    meaning: 'largest share of tips that may pass through the dermis, as a mean over the draws',
    value: 5,
    unit: '%',
    spread: { kind: 'fixed' },
    basis: 'assumed',
    sources: [],
    reason:
      'no regulator or trial states one; of twenty needles one, as a mean over what is not known of the person',
    read: 'clinical judgement',
    note: policy,
  }),
  hazardReach: parameter({
    symbol: 'alpha_H',
    meaning: 'largest chance that a tip reaches a vessel, nerve, cartilage or bone that lies under it',
    value: 1,
    unit: '%',
    spread: { kind: 'fixed' },
    basis: 'assumed',
    sources: [],
    reason: 'rarer by five than reaching fat, since the harm lasts',
    read: 'clinical judgement',
    note: policy,
  }),
  coveredShare: parameter({
    symbol: 'phi_max',
    meaning: 'share of the surface inside channels above which punctures no longer heal as separate wounds',
    value: 50,
    unit: '%',
    spread: { kind: 'fixed' },
    basis: 'assumed',
    sources: [],
    reason: 'no trial reports hole density; above half the surface the channels run together',
    read: 'clinical judgement',
    note: policy,
  }),
  coverageChance: parameter({
    symbol: 'alpha_C',
    meaning: 'largest chance that a session covers more of the surface than that',
    value: 5,
    unit: '%',
    spread: { kind: 'fixed' },
    basis: 'assumed',
    sources: [],
    reason: 'the same as for leaving the dermis',
    read: 'clinical judgement',
    note: policy,
  }),
  chanceConfidence: parameter({
    symbol: '1 - beta',
    meaning: 'confidence of the upper bound of a chance counted over draws, which is held against its limit',
    value: 95,
    unit: '%',
    spread: { kind: 'fixed' },
    basis: 'assumed',
    sources: [],
    reason: 'the usual one-sided level; more draws narrow the bound',
    read: 'clinical judgement',
    note: policy,
  }),
  mostPasses: parameter({
    symbol: 'n_max',
    meaning: 'most passes in a session',
    value: 10,
    unit: '1',
    spread: { kind: 'fixed' },
    basis: 'measured',
    sources: [cite('juhasz2020', '4 to 10 passes in 36 studies')],
    read: 'abstract',
  }),
  leastInterval: parameter({
    symbol: 'dt_min',
    meaning: 'least time between sessions',
    value: 28,
    unit: 'days',
    spread: { kind: 'fixed' },
    basis: 'measured',
    sources: [cite('harris2015', 'median of the studies: every 4 weeks')],
    read: 'abstract',
  }),
};
