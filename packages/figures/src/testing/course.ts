import { bandOf, type Candidate, type Margin, type SkinSummary } from '@percuta/engine';

type Track = Candidate['stroke']['tracks'][number];

const draws = 64;
const shares = Array.from({ length: draws }, (_, i) => (i + 0.5) / draws);

/** Made up, so that a figure changes when its drawing does and not when the model does. */
const track = (share: number): Track => ({
  ceiling: 6.5e-4 + 1e-4 * share,
  // Crosses the ceilings in an order of its own, so that short tracks meet thin skin too.
  dermalBorder: 8e-4 + 1.2e-3 * ((share * 7) % 1),
  withinLogSd: 0.18,
  strokesPerPass: 1.2e7,
  channelDiameter: 8e-5,
});

const margin = (limit: string, title: string, rest: Partial<Margin>): Margin => ({
  limit,
  title,
  level: 'stroke',
  unit: '%',
  direction: 'at most',
  bound: 0.05,
  value: 0.01,
  isBroken: false,
  used: 0.2,
  remedy: 'a shallower setting',
  isOverridden: false,
  sources: [],
  read: 'estimate',
  ...rest,
});

const leaves = margin('tip-leaves-dermis', 'tips that pass through the dermis', {
  value: 0.04,
  low: 0.001,
  high: 0.12,
  used: 0.8,
});
const cap = margin('label-depth', 'depth the label covers', {
  unit: 'mm',
  bound: 1.5e-3,
  value: 5e-4,
  used: 1 / 3,
});
const age = margin('label-age', 'age the label covers', {
  level: 'case',
  unit: 'years',
  value: 1e9,
  bound: 7e8,
});

const tracks = shares.map(track);
const depths = Float64Array.from(shares, (share) => 1e-4 + 4e-4 * share);
const flat = (value: number) => ({ median: value, low: value * 0.4, high: value * 1.8 });

/** A course whose dose and bleeding are `factor` times those of the first. */
export const courseOf = (factor: number, sessions: number): Candidate => ({
  id: `pen_${factor}_${sessions}`,
  device: 'pen',
  settings: { depth: 5e-4, passes: 2, handSpeed: 0.02, frequency: 117 },
  course: {
    sessions,
    interval: 2419200,
    tag: 'trial',
    sources: [],
    basis: 'test',
    isFromThisRegion: true,
  },
  stroke: {
    settings: { depth: 5e-4, passes: 1, handSpeed: 0.02, frequency: 117 },
    shape: { tipDiameter: 1e-5, coneLength: 4e-4, shaftRadius: 1.2e-4, pitch: 1.2e-3 },
    insertionDepths: depths,
    tracks,
    depth: bandOf(depths),
    force: flat(0.1),
    fractionPuncturing: { median: 0.95, low: 0.6, high: 1 },
    drag: flat(5e-5),
    strokeRate: flat(1600),
    occupancy: {
      outside: { value: 0.05, low: 0, high: 0.4 },
      epidermis: { value: 0.01, low: 0, high: 0.03 },
      dermis: { value: 0.93, low: 0.6, high: 1 },
      fat: { value: 0.01, low: 0, high: 0.02 },
    },
    tearChance: 0,
    trackMarkChance: 0,
    holes: flat(1e7),
    dermalHoles: flat(9e6),
    targetHoles: flat(4e6),
    bleeding: flat(2e6),
    perPoint: flat(0.03),
    columns: {
      dermalDensity: depths,
      ceiling: Float64Array.from(tracks, ({ ceiling }) => ceiling),
    },
  },
  session: {
    holes: flat(2e7 * factor),
    dermalHoles: flat(1.8e7 * factor),
    targetHoles: flat(8e6 * factor),
    bleeding: flat(4e6 * factor),
    coveredShare: flat(0.06),
    nearestNeighbour: flat(1e-4),
  },
  courseDose: flat(8e6 * factor * sessions),
  objectives: {
    dose: 8e6 * factor * sessions,
    bleeding: 4e6 * factor,
    coveredShare: 0.06,
    sessions,
    downtime: 0.06 * sessions,
    discomfort: 2e4 * factor,
    pigment: 3e-5 * factor * sessions,
    thermalDose: 0,
    heat: 0,
  },
  margins: [age, cap, leaves],
  binding: leaves,
  isOnFront: true,
});

const band = (median: number) => ({ median, low: median * 0.7, high: median * 1.6 });

export const skin: SkinSummary = {
  site: 'cheek',
  stratumCorneum: band(1.3e-5),
  epidermis: band(7e-5),
  dermis: band(1.1e-3),
  fat: band(6e-3),
  toFat: band(1.17e-3),
  isMeasured: false,
};
