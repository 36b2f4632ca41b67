import type { HeatCase } from '../measured/heat-case.ts';

type Draw = HeatCase['draws'][string];

/** A medium of an experiment outside the skin: its material, with a conductivity that is drawn. */
export interface Medium {
  readonly name: string;
  readonly conductivity: Draw;
  /** Temperature at the edge of what is seen to have changed. */
  readonly edge: Draw;
  readonly material: Readonly<Record<string, unknown>>;
}

const water = '2.2565 MJ/kg';

/** Pale or coagulated tissue begins somewhere here. */
const pale: Draw = { from: '48 °C', to: '60 °C' };

interface Properties {
  /** Conductivity, S/m. */
  readonly sigma: readonly [number, number];
  /** Thermal conductivity, W/m/K; density, kg/m³; specific heat, J/kg/K; water that boils, %. */
  readonly k: number;
  readonly density: number;
  readonly c: number;
  readonly boils: number;
  readonly edge?: Draw;
}

const mediumOf = (
  name: string,
  { sigma: [low, high], k, density, c, boils, edge = pale }: Properties,
): Medium => ({
  name,
  conductivity: { from: `${low} S/m`, to: `${high} S/m` },
  edge,
  material: {
    thermal_conductivity: `${k} W/m/K`,
    density: `${density} kg/m3`,
    specific_heat: `${c} J/kg/K`,
    phase_change: { at: '100 °C', fraction: `${boils} %`, latent_heat: water },
    conductivity: { value: `{${name}}`, slope: '1.8 %/K', reference: '37 °C', cap: '100 °C' },
  },
});

const liver = mediumOf('liver', { sigma: [0.15, 0.45], k: 0.519, density: 1079, c: 3540, boils: 70 });
const muscle = mediumOf('muscle', { sigma: [0.35, 0.7], k: 0.495, density: 1090, c: 3421, boils: 75 });
const tendon = mediumOf('tendon', { sigma: [0.2, 0.5], k: 0.469, density: 1142, c: 3432, boils: 65 });
const gel = mediumOf('gel', { sigma: [0.1, 0.6], k: 0.6, density: 1000, c: 4180, boils: 95 });
const tissue = mediumOf('tissue', { sigma: [0.15, 0.7], k: 0.5, density: 1080, c: 3500, boils: 72 });
/** White of egg sets from 62 °C on and is firm at 80 °C: recalled. */
const egg = mediumOf('egg', {
  sigma: [0.6, 1],
  k: 0.55,
  density: 1035,
  c: 3800,
  boils: 88,
  edge: { from: '60 °C', to: '80 °C' },
});

/**
 * Words of a tissue and what stands for it. Thermal properties are means of the table of tissues (IT'IS v3.0), gels have
 * those of water. Conductivities at radio frequency are ranges round the spectra of Gabriel 1996, wider for tissue that is
 * out of the body; water contents are estimates.
 */
const media: readonly (readonly [RegExp, Medium])[] = [
  [/liver/i, liver],
  [/muscle|myocard|heart|beef|meat/i, muscle],
  [/ligament|tendon/i, tendon],
  [/egg/i, egg],
  [/agar|gel|phantom/i, gel],
  [/animal tissue|soft tissue/i, tissue],
];

/** The medium that these words name; undefined where none does. */
export const mediumNamed = (words: string): Medium | undefined => media.find(([is]) => is.test(words))?.[1];
