import type { Certainty, Coverage, LevelForecast, ScaleResult, Scored } from '@percuta/evidence';

// Made up, so that a figure changes when its drawing does and not when the evidence does.

export const changes: ScaleResult = {
  measure: 'goodman-baron-qualitative',
  name: 'Grade of scars',
  kind: 'change',
  unit: 'grade',
  results: [
    study('north2019', 40, 0.9, [0.3, 0.5]),
    study('a-long-name-for-a-study2021', 120, 0.6, [0.2, 0.35]),
    study('south2023', undefined, 1.4, [0.9, 0.15]),
  ],
  pooled: {
    method: 'REML with Hartung-Knapp intervals',
    estimate: 0.82,
    interval: { low: -0.1, high: 1.74 },
    prediction: { low: -4, high: 5.6 },
    tau2: 0.0412,
    i2: 0.42,
    q: { statistic: 3.456, df: 2, p: 0.178 },
  },
  notPooled: undefined,
  studies: 3,
  people: 160,
  armsWithoutNumber: 1,
  unpooled: [],
  overCorrelations: [],
};

function study(
  id: string,
  people: number | undefined,
  estimate: number,
  [half, weight]: readonly [number, number],
) {
  return {
    study: id,
    arm: `${id}-arm`,
    people,
    estimate,
    interval: { low: estimate - half, high: estimate + half },
    weight,
  };
}

export const oneShare: ScaleResult = {
  ...changes,
  name: 'Share with any improvement',
  kind: 'share',
  unit: 'of 100 people',
  results: [
    {
      study: 'north2019',
      arm: 'a',
      people: 40,
      events: 30,
      estimate: 0.75,
      interval: { low: 0.58, high: 0.87 },
    },
  ],
  pooled: undefined,
  notPooled: 'one study, not pooled',
  studies: 1,
  people: 40,
  armsWithoutNumber: 0,
};

export const levels: readonly LevelForecast[] = [
  level('worse', 1, [0, 5, 0, 31], 0),
  level('no-change', 10, [3, 22, 0, 44], 0),
  level('any', 88, [71, 97, 27, 100], 2),
  level('25', 77, [55, 91, 14, 100], 1),
  level('50', 29, [12, 53, 1, 90], 2),
  level('75', 0, [0, 5, 0, 33], 3),
];

function level(
  name: LevelForecast['level'],
  median: number,
  [low50, high50, low90, high90]: readonly [number, number, number, number],
  countedIn: number,
): LevelForecast {
  return {
    level: name,
    median,
    band50: { low: low50, high: high50 },
    band90: { low: low90, high: high90 },
    countedIn,
  };
}

export const statement =
  'Of 100 people like those studied, as rated by an assessor who does not know the treatment; before and after, not against no treatment.';

export const certainty: Certainty = {
  grade: 'very low',
  startsAt: 'low',
  domains: [
    {
      domain: 'risk of bias',
      concern: 'very serious',
      facts:
        '21 % of the people were rated by a blinded assessor; 4 % were in a randomised trial against sham.',
      judgement: 'Very serious if both shares are below a half, serious if one is below four fifths.',
    },
    {
      domain: 'inconsistency',
      concern: 'serious',
      facts: 'Studies of one kind differ with a standard deviation of 0.42 on the latent scale.',
      judgement: 'Serious above 0.25, very serious above 0.75.',
    },
    {
      domain: 'indirectness',
      concern: 'none',
      facts: '100 % of the people were treated in the region asked for.',
      judgement: 'Serious below a half.',
    },
  ],
};

/** Twenty arms with positions spread evenly. */
export const scored: readonly Scored[] = Array.from({ length: 20 }, (_, i) => ({
  study: `s${i}`,
  arm: `a${i}`,
  indication: 'stretch-marks',
  modality: 'needling',
  cut: '50',
  n: 20,
  observed: i,
  median: 10,
  intervals: [],
  position: (i + 0.5) / 20,
}));

export const coverage: Coverage = {
  arms: 20,
  inside: [
    { level: 0.5, share: 0.55 },
    { level: 0.8, share: 0.8 },
    { level: 0.95, share: 0.95 },
  ],
  meanAbsoluteError: 0.21,
};
