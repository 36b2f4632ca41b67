import { sampleValue, site as siteOf, skinModifiers, type Site } from '@percuta/evidence';
import { toSI, type Length } from '@percuta/quantity';
import type { Case, MeasuredThickness } from '../case/case.ts';
import { BadInput } from '../error.ts';
import type { Stage, Values } from '../stage.ts';
import { skinParameters } from './parameters.ts';
import {
  priorThickness,
  rangeOf,
  thicknessQuantile,
  withMeasurement,
  type ThicknessDensity,
  type ThicknessKnowledge,
} from './thickness.ts';

export const layers = ['stratumCorneum', 'epidermis', 'dermis', 'fat'] as const;
export type Layer = (typeof layers)[number];

/** What is known of the skin at one site of one person, before a draw is taken. */
export interface SkinKnowledge {
  readonly site: Site;
  readonly densities: Readonly<Record<Layer, ThicknessDensity>>;
  readonly measured: readonly MeasuredThickness[];
}

/** One possible skin: thicknesses in m, epidermis including the stratum corneum. */
export interface Skin {
  readonly stratumCorneum: Length;
  readonly epidermis: Length;
  readonly dermis: Length;
  readonly fat: Length;
  /** Spread of the thickness from place to place within the area, ln. */
  readonly withinLogSd: number;
}

export const skinStage: Stage<typeof skinParameters> = {
  name: 'skin',
  version: 1,
  parameters: skinParameters,
};

type SkinValues = Values<typeof skinParameters>;

/** Parameters that shape what is known of a layer before it is drawn; their part shows in the rank of that layer. */
export const enterThroughRanks: ReadonlySet<string> = new Set([
  'skin.epidermisMethodLow',
  'skin.epidermisMethodHigh',
  'skin.thinnestFat',
]);

/** Men over women for the dermis of a site: measured on the dermis where it was, else on the whole skin. */
const sexRatio = (id: Site['id']): number => {
  const { sex } = skinModifiers();
  const ratioOf = (layer: 'dermis' | 'skin'): number | undefined =>
    sex.find((finding) => finding.layer === layer && finding.ratios !== undefined)?.ratios?.[id];
  return ratioOf('dermis') ?? ratioOf('skin') ?? 1;
};

const decade = toSI(10, 'years');
/** Shares of a spread at which a hyperparameter enters the prior, each with equal weight. */
const hyperShares = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Age and sex on the dermis (skin.3): the recommended formula of the atlas. */
export const dermisFactor = (given: Case, site: Site, values: SkinValues): number => {
  const { age, sex } = given.person;
  const byAge =
    1 + (values.ageSlopeDermis * (Math.max(age, values.youngestAge) - values.referenceAge)) / decade;
  const half = Math.sqrt(sexRatio(site.id));
  const bySex = sex === 'male' ? half : sex === 'female' ? 1 / half : 1;
  return byAge * bySex;
};

const epidermisFactors = (given: Case, values: SkinValues): number[] => {
  const { age, sex } = given.person;
  const slope = sex === 'male' ? values.ageSlopeEpidermisMen : values.ageSlopeEpidermisWomen;
  const byAge = 1 + (slope * (Math.max(age, values.youngestAge) - values.referenceAge)) / decade;
  return [1, byAge];
};

const betweenLogSds = (values: SkinValues): number[] => {
  const { personLogSd } = skinParameters;
  // The spread keeps its shape when the parameter is set to another value.
  const scale = values.personLogSd / personLogSd.value;
  return hyperShares.map((u) => scale * sampleValue(personLogSd, u) * Math.sqrt(1 - values.withinShare));
};

const knowledgeOf = (given: Case, site: Site, values: SkinValues): Record<Layer, ThicknessKnowledge> => {
  const { stratum_corneum: stratumCorneum, epidermis, dermis, fat } = site.planning;
  const logSds = betweenLogSds(values);
  const thin = (median: number): ThicknessKnowledge => ({
    median,
    low: median * values.epidermisMethodLow,
    high: median * values.epidermisMethodHigh,
    factors: epidermisFactors(given, values),
    logSds,
  });
  const floor = values.thinnestFat;
  return {
    stratumCorneum: { ...thin(stratumCorneum), factors: [1] },
    epidermis: thin(epidermis),
    dermis: {
      median: dermis.value,
      low: dermis.low,
      high: dermis.high,
      factors: [dermisFactor(given, site, values)],
      logSds,
    },
    fat: {
      median: Math.max(fat.value, 2 * floor),
      low: Math.max(fat.min, floor),
      high: Math.max(fat.max, 4 * floor),
      factors: [1],
      logSds,
    },
  };
};

const layerOf = {
  'stratum corneum': 'stratumCorneum',
  epidermis: 'epidermis',
  dermis: 'dermis',
  skin: 'dermis',
  fat: 'fat',
} as const satisfies Record<MeasuredThickness['layer'], Layer>;

const mm = (value: number): string => `${(value * 1000).toPrecision(2)} mm`;

const implausible = (index: number, given: number, density: ThicknessDensity): BadInput => {
  const { least, most } = rangeOf(density);
  return new BadInput([
    {
      path: `measured[${index}].value`,
      given: mm(given),
      problem: 'lies outside everything known for this layer and site',
      allowed: `about ${mm(least)} to ${mm(most)}`,
      remedy: 'check the layer, the site and the unit of the measurement',
    },
  ]);
};

/** Thin layers first: a reading of the whole skin makes use of what is known of the epidermis. */
const readingOrder: readonly MeasuredThickness['layer'][] = [
  'stratum corneum',
  'epidermis',
  'dermis',
  'skin',
  'fat',
];

/** Folds the measurements of the case into what the atlas says, one after the other (skin.2). */
const learn = (
  densities: Record<Layer, ThicknessDensity>,
  measured: readonly MeasuredThickness[],
  withinLogSd: number,
): Record<Layer, ThicknessDensity> =>
  measured
    .map((reading, index) => ({ reading, index }))
    .sort((a, b) => readingOrder.indexOf(a.reading.layer) - readingOrder.indexOf(b.reading.layer))
    .reduce((known, { reading, index }) => {
      const layer = layerOf[reading.layer];
      // A reading of the whole skin is one of the dermis once the median epidermis is taken off.
      const offset = reading.layer === 'skin' ? thicknessQuantile(known.epidermis, 0.5) : 0;
      const value = reading.value - offset;
      const { least, most } = rangeOf(known[layer]);
      if (value <= least || value >= most) throw implausible(index, reading.value, known[layer]);
      return { ...known, [layer]: withMeasurement(known[layer], value, reading.error, withinLogSd) };
    }, densities);

/** What the atlas and the measurements of the case say about the skin there. Throws BadInput for an impossible reading. */
export const knowSkin = (given: Case, values: SkinValues): SkinKnowledge => {
  const site = siteOf(given.site.id);
  const known = knowledgeOf(given, site, values);
  const priors = {
    stratumCorneum: priorThickness(known.stratumCorneum),
    epidermis: priorThickness(known.epidermis),
    dermis: priorThickness(known.dermis),
    fat: priorThickness(known.fat),
  };
  const measured = given.measured ?? [];
  const withinLogSd = values.personLogSd * Math.sqrt(values.withinShare);
  return { site, densities: learn(priors, measured, withinLogSd), measured };
};

/** The skin of one draw; `ranks` are the shares, in (0, 1), at which the layers stand in what is known of them. */
export const buildSkin = (
  known: SkinKnowledge,
  ranks: Readonly<Record<Layer, number>>,
  values: SkinValues,
): Skin => {
  const epidermis = thicknessQuantile(known.densities.epidermis, ranks.epidermis);
  const stratumCorneum = thicknessQuantile(known.densities.stratumCorneum, ranks.stratumCorneum);
  return {
    stratumCorneum: Math.min(stratumCorneum, epidermis),
    epidermis,
    dermis: thicknessQuantile(known.densities.dermis, ranks.dermis),
    fat: thicknessQuantile(known.densities.fat, ranks.fat),
    withinLogSd: values.personLogSd * Math.sqrt(values.withinShare),
  };
};
