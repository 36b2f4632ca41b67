import { site as siteOf } from '@percuta/evidence';
import type { Band } from '../band.ts';
import { influenceFloor } from '../plan/influence.ts';
import type { Prior } from '../plan/plan.ts';
import type { Fact, PriorLine, WorkedPlan } from './content.ts';
import { unverifiedFields } from './device-section.ts';
import { bandText, shareText, valueText } from './numbers.ts';

const layerFact = (label: string, band: Band, unit: string, isMeasured: boolean): Fact => ({
  label,
  value: bandText(band, unit),
  sources: [],
  ...(isMeasured ? { note: 'measured' } : {}),
});

/** The layers at the site for this person. */
export const skinFacts = ({ skin, given }: WorkedPlan): Fact[] => {
  const measured = new Set((given.measured ?? []).map(({ layer }) => layer));
  const dermis = measured.has('dermis') || measured.has('skin');
  return [
    layerFact('Stratum corneum', skin.stratumCorneum, 'um', measured.has('stratum corneum')),
    layerFact('Epidermis', skin.epidermis, 'um', measured.has('epidermis')),
    layerFact('Dermis', skin.dermis, 'mm', dermis),
    layerFact('Surface to fat', skin.toFat, 'mm', dermis || measured.has('epidermis')),
    layerFact('Fat', skin.fat, 'mm', measured.has('fat')),
  ];
};

/** Where that comes from. */
export const skinBasis = ({ given }: WorkedPlan): string =>
  (given.measured ?? []).length === 0
    ? 'Median with 5 to 95 % of draws, from the skin atlas for this person; nothing was measured.'
    : 'Median with 5 to 95 % of draws, from the skin atlas for this person and what was measured.';

const planningDefaults = ({ given }: WorkedPlan): Fact[] => {
  const { name, planning } = siteOf(given.site.id);
  const { stratum_corneum: corneum, epidermis, dermis, fat, read, basis } = planning;
  const fact = (layer: string, value: string): Fact => ({
    label: `${name}: ${layer}`,
    value,
    sources: [],
    read,
    note: `basis: ${basis}`,
  });
  return [
    fact('stratum corneum', valueText(corneum, 'um')),
    fact('epidermis', valueText(epidermis, 'um')),
    fact('dermis', bandText({ median: dermis.value, low: dermis.low, high: dermis.high }, 'mm')),
    fact('fat', bandText({ median: fat.value, low: fat.min, high: fat.max }, 'mm')),
  ];
};

/** Defaults of the plan that are estimates, each said to be one. */
export const estimatesOf = (plan: WorkedPlan): Fact[] => [
  ...planningDefaults(plan),
  ...plan.devices.flatMap(unverifiedFields),
];

const lineOf = ({ name, meaning, read, influence }: Prior): PriorLine => ({
  name,
  meaning,
  read,
  insertionDepth: shareText(influence.insertionDepth),
  dermalDensity: shareText(influence.dermalDensity),
  roomToFat: shareText(influence.roomToFat),
});

/** What a share has to reach to be told from none. */
export const priorFloor = ({ ensemble }: WorkedPlan): string =>
  shareText(influenceFloor(ensemble.draws.length));

/** Unverified priors, the most influential first. */
export const priorLines = ({ priors }: WorkedPlan): PriorLine[] => priors.map(lineOf);
