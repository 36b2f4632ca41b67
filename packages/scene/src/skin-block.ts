/**
 * A block of skin as it is shown: what a run found, in SI, thinned to what a picture needs. z is depth, 0 at the
 * surface, positive inward; x and y run from the middle of the block. Plain data: it passes from a worker to a page.
 */
export interface SkinBlock {
  /** Half widths along x and y, and the depth shown, m. */
  readonly half: { readonly x: number; readonly y: number };
  readonly depth: number;
  /** From the surface down; together they fill the depth. */
  readonly layers: readonly BlockLayer[];
  readonly needles: readonly BlockNeedle[];
  /** When needles are drawn back towards the surface, s, and how far from where they first stood, m; rising. */
  readonly drawnBack?: readonly { readonly at: number; readonly by: number }[];
  /** When the needles leave, s; endless where the run ends before. */
  readonly withdrawn: number;
  readonly heat: HeatFilm | undefined;
  readonly healing: HealFilm | undefined;
}

/** The layers of skin that are told apart by their colour; everything else is "other". */
export const layerKinds = ['stratum corneum', 'epidermis', 'dermis', 'fat', 'other'] as const;
/** A layer of skin as the block colours it. */
export type LayerKind = (typeof layerKinds)[number];

/** A layer of skin in the block, by its depths. */
export interface BlockLayer {
  readonly kind: LayerKind;
  /** As the problem calls it. */
  readonly name: string;
  /** Depths, m. */
  readonly from: number;
  readonly to: number;
}

/** A needle in the block: where it stands, how deep, and where its metal is bare. Lengths in m. */
export interface BlockNeedle {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Depths of the upper end and of the tip, m. */
  readonly from: number;
  readonly to: number;
  readonly radius: number;
  /** Length of the cone of the tip, m: of the whole cone, which may begin above the skin. */
  readonly cone: number;
  /** Depths between which metal is bare, m; undefined where nothing insulates it. */
  readonly bare: { readonly from: number; readonly to: number } | undefined;
}

/** Which coordinates the grid of a film has: x may stand for a radius. */
export type Geometry = 'block' | 'axisymmetric' | 'slab' | 'cylinder' | 'sphere';

/** Temperature and damage of every cell at some times. Cells run x fastest, then y, then z. */
export interface HeatFilm {
  readonly geometry: Geometry;
  /** Where the middle of the grid lies in the block, m. */
  readonly centre: { readonly x: number; readonly y: number };
  /** Mirror planes x = 0 and y = 0 beyond which the grid goes on. */
  readonly fold: { readonly x: boolean; readonly y: boolean };
  /** Centres of the cells along each axis, m. */
  readonly axes: { readonly x: Float64Array; readonly y: Float64Array; readonly z: Float64Array };
  /** s, rising from 0. */
  readonly times: Float64Array;
  /** One frame a time, packed by `packTemperature`. */
  readonly temperature: readonly Uint16Array[];
  /** By the name of the kinetics, one frame a time, packed by `packDamage`. */
  readonly damage: readonly { readonly name: string; readonly frames: readonly Uint16Array[] }[];
  /** 1 where a cell is metal. */
  readonly metal: Uint8Array;
}

/** Cells and matrix whose course the block can show. */
export const healQuantities = [
  'clot',
  'neutrophils',
  'macrophages',
  'fibroblasts',
  'collagen',
  'new collagen',
] as const;
/** A cell or a part of the matrix that heals. */
export type HealQuantity = (typeof healQuantities)[number];

/** A phase of healing as the run sums it up, s since the last session; to is Infinity where it outlasts the course. */
export interface HealPhase {
  readonly name: 'inflammation' | 'proliferation' | 'remodelling';
  readonly from: number;
  readonly to: number;
}

/** What heals around one channel, by time, depth and distance: index = ring + rings × (layer + layers × time). */
export interface HealFilm {
  /** Depth of the junction of epidermis and dermis below the surface, m; `depths` begin there. */
  readonly junction: number;
  /** Edges, m. */
  readonly depths: Float64Array;
  readonly radii: Float64Array;
  /** s since the first session, rising from 0. */
  readonly times: Float64Array;
  readonly sessions: readonly number[];
  /** Of the whole dermis; they may overlap. */
  readonly phases: readonly HealPhase[];
  /** Each in multiples of what `unit` of it says; rest is what stands there undisturbed. */
  readonly series: Readonly<Record<HealQuantity, { readonly rest: number; readonly values: Float32Array }>>;
  /** Radius of the gap in the surface, m, and barrier over the newest channels from 0 to 1, one value a time. */
  readonly gap: Float64Array;
  readonly barrier: Float64Array;
}
