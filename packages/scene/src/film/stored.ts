import {
  healQuantities,
  type HealFilm,
  type HealPhase,
  type HealQuantity,
  type SkinBlock,
} from '../skin-block.ts';

/** Departures from rest in 255 even steps over the largest either way, as base64. */
export interface StoredSeries {
  readonly rest: number;
  readonly most: number;
  readonly bytes: string;
}

/** A phase as JSON, which has no Infinity: null where it outlasts the course. */
export interface StoredPhase extends Omit<HealPhase, 'to'> {
  readonly to: number | null;
}

/** A block without heat as JSON: what a page shows without computing anything. Lengths in m, times in s. */
export interface StoredBlock extends Omit<SkinBlock, 'heat' | 'healing'> {
  readonly healing: {
    readonly junction: number;
    readonly depths: readonly number[];
    readonly radii: readonly number[];
    readonly times: readonly number[];
    readonly sessions: readonly number[];
    readonly phases: readonly StoredPhase[];
    readonly series: Readonly<Record<HealQuantity, StoredSeries>>;
    readonly gap: readonly number[];
    readonly barrier: readonly number[];
  };
}

const middle = 127;
const digits = 6;
const rounded = (values: Iterable<number>): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(digits)));

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

const byQuantity = <T>(of: (quantity: HealQuantity) => T): Record<HealQuantity, T> =>
  // Object.fromEntries forgets the names of the keys.
  Object.fromEntries(healQuantities.map((each) => [each, of(each)])) as Record<HealQuantity, T>;

const storeSeries = ({ series }: HealFilm, quantity: HealQuantity): StoredSeries => {
  const { rest, values } = series[quantity];
  const most = values.reduce((top, value) => Math.max(top, Math.abs(value - rest)), 0);
  const step = most === 0 ? 1 : most / middle;
  const bytes = Uint8Array.from(values, (value) => middle + Math.round((value - rest) / step));
  return {
    rest: Number(rest.toPrecision(digits)),
    most: Number(most.toPrecision(digits)),
    bytes: base64(bytes),
  };
};

const storePhase = ({ name, from, to }: HealPhase): StoredPhase => ({
  name,
  from: Number(from.toPrecision(digits)),
  to: Number.isFinite(to) ? Number(to.toPrecision(digits)) : null,
});

/** Packs a block that heals; its heat is left out. Throws RangeError without healing. */
export const storeBlock = (block: SkinBlock): StoredBlock => {
  const { half, depth, layers, needles, withdrawn, healing } = block;
  if (healing === undefined) throw new RangeError('only a block that heals can be stored');
  const { junction, depths, radii, times, sessions, phases, gap, barrier } = healing;
  return {
    half,
    depth,
    layers,
    needles,
    withdrawn,
    healing: {
      junction,
      depths: rounded(depths),
      radii: rounded(radii),
      times: rounded(times),
      sessions,
      phases: phases.map(storePhase),
      series: byQuantity((quantity) => storeSeries(healing, quantity)),
      gap: rounded(gap),
      barrier: rounded(barrier),
    },
  };
};

const readSeries = ({
  rest,
  most,
  bytes,
}: StoredSeries): { readonly rest: number; readonly values: Float32Array } => {
  const text = atob(bytes);
  const values = new Float32Array(text.length);
  for (let i = 0; i < values.length; i += 1)
    values[i] = rest + ((text.charCodeAt(i) - middle) / middle) * most;
  return { rest, values };
};

/** The block that was stored, to a 127th of the largest departure. */
export const readStoredBlock = ({ healing, ...rest }: StoredBlock): SkinBlock => ({
  ...rest,
  heat: undefined,
  healing: {
    ...healing,
    depths: Float64Array.from(healing.depths),
    radii: Float64Array.from(healing.radii),
    times: Float64Array.from(healing.times),
    phases: healing.phases.map((phase) => ({ ...phase, to: phase.to ?? Infinity })),
    gap: Float64Array.from(healing.gap),
    barrier: Float64Array.from(healing.barrier),
    series: byQuantity((quantity) => readSeries(healing.series[quantity])),
  },
});
