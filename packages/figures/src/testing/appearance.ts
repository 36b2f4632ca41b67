import type {
  EightyBand,
  Feel,
  HeightMap,
  QualityForecast,
  ReliefForecast,
  ReliefPatch,
  ReliefState,
} from '@percuta/engine';

const day = 86_400;
const times = Float64Array.from([0.02, 0.2, 1, 2, 4, 7, 14, 30, 90, 180, 365], (days) => days * day);

const bandAround = (middle: number, half: number): EightyBand => ({
  tenth: middle - half,
  middle,
  ninetieth: middle + half,
});

const forecast = (end: number, half: number, left?: number): QualityForecast => {
  const lasting = Array.from(times, (_, i) => bandAround((end * i) / 10, (half * i) / 10));
  const felt = lasting.map((band, i) => bandAround(band.middle - (i < 4 ? 0.03 * i : 0), half));
  const series =
    left === undefined ? {} : { series: { measured: 0.4441, left, where: 'somewhere', sources: [] } };
  const unexplained = { device: 0.1, ...series };
  return {
    sign: {
      sign: end > 0 ? 'up' : 'down',
      up: end > 0 ? 0.95 : 0.02,
      down: end > 0 ? 0.05 : 0.98,
      isContradicted: left !== undefined,
    },
    atEnd: { explained: bandAround(end, half), unexplained },
    course: { felt, lasting, unexplained },
  };
};

/** Made up, so that a figure changes when its drawing does and not when the model does. */
export const feelMadeUp: Feel = {
  times,
  draws: 20,
  qualities: {
    firmness: forecast(0.06, 0.04),
    bounciness: forecast(-0.02, 0.01, 0.47),
    resilience: forecast(-0.03, 0.02),
  },
  modulus: forecast(0.02, 0.01),
  swelling: {
    course: Array.from(times, (_, i) => bandAround(i < 5 ? 0.03 * i : 0, i < 5 ? 0.005 * i : 0)),
    spans: [{ from: 0.02 * day, until: 4 * day }],
  },
};

const cells = 24;
const spacing = 2.5e-4;

/** A round pit in gentle waves. */
const mapOf = (depth: number): HeightMap => ({
  nx: cells,
  ny: cells,
  spacing,
  data: Float64Array.from({ length: cells * cells }, (_, k) => {
    const [x, y] = [((k % cells) - 11.5) / 6, (Math.floor(k / cells) - 11.5) / 6];
    return 1e-5 * Math.cos(9 * x + 4 * y) - depth * Math.max(0, 1 - x * x - y * y);
  }),
});

const patch = (state: ReliefState, improvement: number): ReliefPatch => {
  const depth = 4e-4 * (1 - improvement);
  return {
    state,
    improvement,
    map: mapOf(depth),
    roughness: { sa: depth / 8, sq: depth / 6, sz: depth + 2e-5 },
    lesion: { depth, volume: depth * 3.5e-6, area: 7e-6 },
  };
};

/** Made up as well. */
export const reliefMadeUp: ReliefForecast = {
  status: 'forecast',
  lesion: 'rolling-scar',
  name: 'rolling scar',
  share: 0.5,
  before: patch('before', 0),
  patches: [patch('before', 0), patch('worst', -0.1), patch('median', 0.35), patch('best', 0.8)],
  outcomes: { worst: -0.1, median: 0.35, best: 0.8, worse: 0.08, unchanged: 0.15 },
  explanation: { lift: bandAround(2e-5, 1e-5), unexplained: 1.2e-4 },
  certainty: 'very low',
  statement: 'Of 100 people like those studied.',
};
