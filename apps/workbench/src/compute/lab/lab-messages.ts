import type { ArrayHeating, CourseBands, Manifest, Overrides } from '@percuta/engine';
import type { SkinBlock } from '@percuta/scene';

/** A run of a protocol or of a heat problem, as parsed JSON with the files it names put in. */
export interface LabQuestion {
  readonly kind: 'lab';
  readonly document: unknown;
  /** Parameter values in place of their own, text by name. */
  readonly overrides: Overrides;
  /** Draws of heat and of healing; 0 runs at central values alone. */
  readonly ensemble: number;
}

/** A rectilinear grid to be written as VTK; axes in mm. */
export interface GridQuestion {
  readonly kind: 'grid file';
  readonly axes: readonly (readonly [string, Float64Array])[];
  readonly time: number;
  readonly cells: readonly { readonly name: string; readonly values: Float64Array }[];
}

/** One line over time in SI, with the ends of its 80 % band where there are draws. */
export interface LabLine {
  readonly name: string;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly low?: Float64Array;
  readonly high?: Float64Array;
}

export interface LabCourse {
  readonly id: 'temperature' | 'power' | 'voltage' | 'current' | 'resistance' | 'needle current' | 'probe';
  /** Unit shown. */
  readonly unit: string;
  readonly lines: readonly LabLine[];
}

/** One number of a run. SI; `unit` is how it is shown; draws are those of the ensemble. */
export interface LabQuantity {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly draws: Float64Array | undefined;
}

export interface LabNeedle {
  readonly name: string;
  /** A at the start. */
  readonly current: number;
  /** J; undefined where it was not told. */
  readonly energy: number | undefined;
  /** K; undefined where it was not told. */
  readonly hottest: number | undefined;
}

export interface LabZone {
  readonly name: string;
  readonly block: SkinBlock | undefined;
  readonly courses: readonly LabCourse[];
  readonly quantities: readonly LabQuantity[];
  readonly needles: readonly LabNeedle[];
  /** Of an array, for its figures. */
  readonly heating: ArrayHeating | undefined;
  readonly bands: CourseBands | undefined;
  /** Why nothing heals, where nothing does. */
  readonly unhealed: string | undefined;
}

export interface LabAnswer {
  readonly title: string;
  readonly device: string | undefined;
  readonly zones: readonly LabZone[];
  /** Of the result, as the command line gives it. */
  readonly hash: string;
  /** Of a protocol. */
  readonly manifest: Manifest | undefined;
  /** The result as it is written to disk. */
  readonly written: unknown;
  /** Tables by file name. */
  readonly tables: Readonly<Record<string, string>>;
}
