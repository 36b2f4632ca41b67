import type { Kinetics } from '../damage/kinetics.ts';
import type { Generator } from '../generator/generator.ts';
import type { Material } from '../material/material.ts';

/**
 * A heat problem in SI units, kelvin, seconds: what the researcher's document says after decoding, and what
 * the stage `heat` builds from a skin and a protocol. Checked once where it is made; frozen.
 *
 * Coordinates: z is depth, 0 at the surface, positive inward. A block is centred on x = y = 0. In an
 * axisymmetric domain and in a line through a cylinder or sphere x is the radius; a slab runs along z.
 */
export interface HeatProblem {
  readonly title: string;
  /** Undefined where only prescribed histories are asked for. */
  readonly domain: Domain | undefined;
  readonly materials: readonly Material[];
  /** In the order of depth (slab, axisymmetric, block) or of radius (cylinder, sphere); together they fill it. */
  readonly layers: readonly Layer[];
  readonly electrodes: readonly Electrode[];
  /** Rising in time: from `at` on these electrodes stand in place of the former ones; fields are kept. */
  readonly moves: readonly { readonly at: number; readonly electrodes: readonly Electrode[] }[];
  readonly sources: readonly Source[];
  /** Undefined where nothing is driven. */
  readonly generator: Generator | undefined;
  readonly initial: Initial;
  readonly end: End;
  /** Longest time step wished for, s; undefined leaves it to the solver. */
  readonly step: number | undefined;
  readonly kinetics: readonly Kinetics[];
  readonly histories: readonly History[];
  readonly outputs: Outputs;
}

export type Domain = LineDomain | AxisymmetricDomain | BlockDomain;

export interface LineDomain {
  readonly kind: 'line';
  /** Per m² of a slab (along z), per m of a cylinder, whole sphere (along x as the radius). */
  readonly metric: 'slab' | 'cylinder' | 'sphere';
  /** m. */
  readonly from: number;
  /** m. */
  readonly to: number;
  readonly sides: Readonly<Record<'start' | 'end', Boundary>>;
  readonly grid: GridWish;
}

export interface AxisymmetricDomain {
  readonly kind: 'axisymmetric';
  /** m; the radius runs from 0. */
  readonly radius: number;
  /** m; the depth runs from 0. */
  readonly depth: number;
  readonly sides: Readonly<Record<'top' | 'bottom' | 'rim', Boundary>>;
  readonly grid: GridWish;
}

export interface BlockDomain {
  readonly kind: 'block';
  /** Extent along x, m. */
  readonly width: number;
  /** Extent along y, m. */
  readonly breadth: number;
  /** Extent along z, m. */
  readonly depth: number;
  /** left and right at the ends of x, front and back at those of y, top at z = 0. */
  readonly sides: Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'front' | 'back', Boundary>>;
  readonly grid: GridWish;
}

/** What a grid should be like; undefined leaves it to the solver. Explicit edges (m, rising) win over wishes. */
export interface GridWish {
  /** Smallest cell, m. */
  readonly finest: number | undefined;
  /** Largest ratio of neighbouring cells, above 1. */
  readonly growth: number | undefined;
  /** Largest cell, m. */
  readonly coarsest: number | undefined;
  readonly edges: Readonly<Partial<Record<'x' | 'y' | 'z', readonly number[]>>>;
}

export interface Boundary {
  readonly thermal: ThermalBoundary;
  readonly electrical: ElectricalBoundary;
}

export type ThermalBoundary =
  | { readonly kind: 'insulated' }
  | { readonly kind: 'fixed'; /** K. */ readonly temperature: number }
  | { readonly kind: 'flux'; /** Into the domain, W/m². */ readonly flux: number }
  | {
      readonly kind: 'convective';
      /** W/m²/K. */
      readonly coefficient: number;
      /** Of the air or coolant, K. */
      readonly temperature: number;
    }
  /** The medium goes on without end, at its initial temperature far away. */
  | { readonly kind: 'open' };

export type ElectricalBoundary =
  | { readonly kind: 'insulated' }
  /** A perfectly conducting plate or pad over the whole side, part of this group. */
  | { readonly kind: 'group'; readonly group: string }
  /** The medium goes on without end; a group named here is the ground at infinity, else none flows there. */
  | { readonly kind: 'open'; readonly group: string | undefined };

export interface Layer {
  readonly name: string;
  /** m. */
  readonly thickness: number;
  /** Name of a material of the problem. */
  readonly material: string;
}

/** m; x is the radius in axisymmetric, cylinder and sphere domains, where y is 0. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A conductor of one potential. */
export interface Electrode {
  readonly name: string;
  /** Undefined for a body under a coating that takes no part in conduction of current. */
  readonly group: string | undefined;
  readonly shape: Shape;
  readonly metal: Metal;
}

export type Shape = Needle | Sphere | Spheroid | Disk | Ring;

/** A round shaft along z. Ends that lie on a side of the domain go on beyond it. */
export interface Needle {
  readonly kind: 'needle';
  readonly x: number;
  readonly y: number;
  /** Depth of the upper end, m; 0 for a needle through the surface. */
  readonly from: number;
  /** Depth of the tip, m. */
  readonly to: number;
  /** m. */
  readonly radius: number;
  /** Length of the cone that the lower end tapers to a point over, m; 0 for a flat end. */
  readonly tip: number;
  /** Depths between which the metal is bare, m; elsewhere a thin coat insulates it and passes heat. */
  readonly exposed: { readonly from: number; readonly to: number };
}

export interface Sphere {
  readonly kind: 'sphere';
  readonly centre: Point;
  readonly radius: number;
}

/** Prolate, the long axis along z. A centre on the surface (z = 0) embeds the lower half. */
export interface Spheroid {
  readonly kind: 'spheroid';
  readonly centre: Point;
  /** Half the length along z, m. */
  readonly halfLength: number;
  /** Radius at the waist, m. */
  readonly radius: number;
}

/** Without thickness, in a plane of constant z. */
export interface Disk {
  readonly kind: 'disk';
  readonly centre: Point;
  readonly radius: number;
}

/** A torus in a plane of constant z. */
export interface Ring {
  readonly kind: 'ring';
  readonly centre: Point;
  /** From the centre to the middle of the wire, m. */
  readonly radius: number;
  /** Radius of the wire, m. */
  readonly wireRadius: number;
}

export type Metal =
  /** No heat passes its surface: a hole for the heat equation. */
  | { readonly kind: 'insulated' }
  /** One temperature throughout, without heat capacity. */
  | { readonly kind: 'perfect' }
  | {
      readonly kind: 'conducting';
      /** W/m/K. */
      readonly thermalConductivity: number;
      /** Density times specific heat, J/m³/K. */
      readonly volumicHeat: number;
    }
  | { readonly kind: 'held'; /** K. */ readonly temperature: number };

/** Heat from elsewhere, on during each stretch of `on` (s, from the start of the run). */
export type Source = SourceShape & {
  readonly name: string;
  readonly on: readonly { readonly from: number; readonly to: number }[];
};

export type SourceShape =
  /** W/m³, in one layer or (undefined) everywhere. */
  | { readonly kind: 'uniform'; readonly density: number; readonly layer: string | undefined }
  /** W; at the axis of an axisymmetric domain, the centre of a sphere, anywhere in a block. */
  | { readonly kind: 'point'; readonly at: Point; readonly power: number }
  /** W/m along z; at the axis of an axisymmetric domain or cylinder. */
  | {
      readonly kind: 'line';
      readonly x: number;
      readonly y: number;
      readonly from: number;
      readonly to: number;
      readonly powerPerLength: number;
    }
  /** W/m² in the plane z of a slab, block or axisymmetric domain. */
  | { readonly kind: 'plane'; readonly z: number; readonly powerPerArea: number }
  /** peak × exp(-r²/(2 s²)), W/m³; r over the coordinates that the domain has. */
  | { readonly kind: 'gaussian'; readonly centre: Point; readonly deviation: number; readonly peak: number };

/** Temperature at the start: the base or layer's own, or a profile, plus blobs. Damage starts at 0. */
export interface Initial {
  /** K. */
  readonly temperature: number;
  /** K, by the name of the layer. */
  readonly layers: Readonly<Record<string, number>>;
  /** Along z (along x in a cylinder or sphere), linear between points; in place of base and layers. */
  readonly profile:
    | { readonly positions: readonly number[]; readonly temperatures: readonly number[] }
    | undefined;
  readonly blobs: readonly Blob[];
}

export type Blob =
  /** Adds peak × exp(-r²/(2 s²)), K. */
  | { readonly kind: 'gaussian'; readonly centre: Point; readonly deviation: number; readonly peak: number }
  /** Heat put in at one point before the start, J; where `point` sources may be. */
  | { readonly kind: 'energy'; readonly at: Point; readonly energy: number };

export type End =
  | { readonly kind: 'time'; /** s. */ readonly at: number }
  /** Cooling is followed for `least` after the last pulse and source, then until damage has settled. */
  | {
      readonly kind: 'settled';
      /** s after the last pulse. */
      readonly least: number;
      /** Settled when no Omega near 1 would still grow by more than this share of itself. */
      readonly growth: number;
      /** s after the last pulse, when the run ends anyway. */
      readonly most: number;
    }
  /** The state that no longer changes, asked for directly; a generator does what it does at its first pulse. */
  | { readonly kind: 'steady' }
  /**
   * No time at all: potentials, currents and impedances at the initial temperature, and what the generator
   * does at the start of the first pulse of each channel.
   */
  | { readonly kind: 'potential' };

/** A prescribed course of temperature that damage is integrated over. */
export interface History {
  readonly name: string;
  /** Names of kinetics sets of the problem. */
  readonly kinetics: readonly string[];
  readonly course: Course;
}

/** Pieces one after the other; each starts where the last one ended. */
export interface Course {
  /** K. */
  readonly start: number;
  readonly pieces: readonly Piece[];
}

export type Piece =
  /** Linear to `to` (K) within `duration` (s). Held where `to` is the temperature before. */
  | { readonly kind: 'linear'; readonly to: number; readonly duration: number }
  /** Exponential towards `towards` (K) with `time` (s), for `duration` (s). */
  | {
      readonly kind: 'exponential';
      readonly towards: number;
      readonly time: number;
      readonly duration: number;
    };

/**
 * Quantities of a point or field. Potential in V against the medium far away where sides let current go
 * on without end, else against the last group in the order of the document, electrodes first and then sides. Field strength in V/m, heat in W/m³,
 * vapour as a share, damage by the name of a kinetics set.
 */
export type Quantity =
  | { readonly kind: 'temperature' | 'potential' | 'field-strength' | 'heat' | 'vapour' }
  | { readonly kind: 'damage'; readonly kinetics: string };

export interface Outputs {
  readonly resistances: readonly ResistanceOutput[];
  readonly probes: readonly Probe[];
  readonly fields: readonly FieldOutput[];
  readonly contours: readonly ContourOutput[];
}

/** Resistance or complex impedance between two groups at the initial temperature, the others floating. */
export interface ResistanceOutput {
  readonly name: string;
  readonly between: readonly [string, string];
  /** Hz; undefined for the resistance to conduction alone. */
  readonly frequency: number | undefined;
}

export interface Probe {
  readonly name: string;
  readonly at: Point;
  readonly quantity: Quantity;
  /** s; empty for the whole course at every accepted step. */
  readonly times: readonly number[];
}

export interface FieldOutput {
  readonly name: string;
  readonly quantity: Quantity;
  /** s; empty for the end of the run. */
  readonly times: readonly number[];
}

/** Extent of the region where a quantity is at least `level` (SI): widths, depth range, volume, distances. */
export interface ContourOutput {
  readonly name: string;
  readonly quantity: Quantity;
  readonly level: number;
  /** s; empty for the end of the run. */
  readonly times: readonly number[];
}
