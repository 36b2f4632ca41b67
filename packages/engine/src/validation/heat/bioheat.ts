import { erf, erfc, exp, expm1, exponentialIntegral, pow } from '@percuta/numerics';

/** Closed forms of the bioheat equation: temperature rises in K, lengths in m, times in s. */
export interface Tissue {
  /** W/m/K. */
  readonly k: number;
  /** Density times specific heat, J/m³/K. */
  readonly volumicHeat: number;
  /** Perfusion times volumic heat of blood, W/m³/K. */
  readonly perfusion: number;
}

export const diffusivity = ({ k, volumicHeat }: Tissue): number => k / volumicHeat;

/** Length over which perfusion takes heat away; Infinity without it. */
export const perfusionLength = ({ k, perfusion }: Tissue): number => Math.sqrt(k / perfusion);

const sinh = (x: number): number => (exp(x) - exp(-x)) / 2;
const cosh = (x: number): number => (exp(x) + exp(-x)) / 2;

/** Point source of P (W), steady: P exp(-r/l) / (4 pi k r). */
export const steadyPoint = (tissue: Tissue, P: number, r: number): number =>
  (P * exp(-r / perfusionLength(tissue))) / (4 * Math.PI * tissue.k * r);

/** Point source of P (W) since the time t: two complementary error functions with perfusion, one without. */
export const transientPoint = (tissue: Tissue, P: number, r: number, t: number): number => {
  const scale = P / (8 * Math.PI * tissue.k * r);
  const spread = r / Math.sqrt(4 * diffusivity(tissue) * t);
  const l = perfusionLength(tissue);
  const drain = Math.sqrt((tissue.perfusion * t) / tissue.volumicHeat);
  return scale * (exp(-r / l) * erfc(spread - drain) + exp(r / l) * erfc(spread + drain));
};

/** Line source of P' (W/m) since the time t, without perfusion: P' E1(r²/4 a t) / (4 pi k). */
export const transientLine = (tissue: Tissue, perLength: number, r: number, t: number): number =>
  (perLength / (4 * Math.PI * tissue.k)) * exponentialIntegral((r * r) / (4 * diffusivity(tissue) * t));

/** Heat Q (J) put in at one point at t = 0, without perfusion. */
export const instantPoint = (tissue: Tissue, Q: number, r: number, t: number): number => {
  const area = 4 * diffusivity(tissue) * t;
  return (Q / (tissue.volumicHeat * pow(Math.PI * area, 1.5))) * exp((-r * r) / area);
};

/** Peak of a Gaussian blob of standard deviation s over its first value: (1 + 2 a t/s²)^(-n/2). */
export const blobDecay = (tissue: Tissue, s: number, dimensions: 1 | 2 | 3, t: number): number =>
  pow(1 + (2 * diffusivity(tissue) * t) / (s * s), -dimensions / 2);

/** Perfused slab of thickness L with its core held at the arterial temperature, cooled at its surface. */
export interface CooledSlab {
  readonly tissue: Tissue;
  readonly thickness: number;
  /** Core and arterial temperature; any scale. */
  readonly core: number;
  readonly air: number;
  /** W/m²/K. */
  readonly h: number;
}

/** Steady temperature of the slab at a depth, on the scale of its core and air. */
export const cooledSlab = ({ tissue, thickness, core, air, h }: CooledSlab, depth: number): number => {
  const l = perfusionLength(tissue);
  const loss = h * sinh(thickness / l) + (tissue.k / l) * cosh(thickness / l);
  return core - ((core - air) * h * sinh((thickness - depth) / l)) / loss;
};

/** Half-space at `start` whose surface is held at `held` from t = 0; same scale. */
export const contactCooling = (
  tissue: Tissue,
  { start, held }: { readonly start: number; readonly held: number },
  depth: number,
  t: number,
): number => held + (start - held) * erf(depth / Math.sqrt(4 * diffusivity(tissue) * t));

/**
 * Kohlrausch's relation: rise of the hottest point between electrodes that are both held at T0, everything else
 * insulated, whatever the geometry: sigma V²/8k; with sigma0 (1 + b (T - T0)) it is expm1(b sigma0 V²/8k)/b.
 */
export const kohlrauschRise = (sigma: number, k: number, V: number, slope = 0): number => {
  const rise = (sigma * V * V) / (8 * k);
  return slope === 0 ? rise : expm1(slope * rise) / slope;
};

/** Rise where the potential is phi (V, 0 half-way): (sigma/2k)(V²/4 - phi²). */
export const kohlrauschRiseAt = (sigma: number, k: number, V: number, phi: number): number =>
  (sigma / (2 * k)) * ((V * V) / 4 - phi * phi);

/**
 * Steady rise of a thermally insulated needle of a pair in tissue that is held far away, over sigma V²/8k, from
 * the resistance of one needle and of the pair: (Rs + 3 Rm)/(Rs - Rm), R_pair = 2 (Rs - Rm).
 */
export const uncooledPairFactor = (single: number, pair: number): number => {
  const mutual = single - pair / 2;
  return (single + 3 * mutual) / (single - mutual);
};

/** Steady rise at r from an insulated sphere of radius a at V against infinity: sigma V²/k (a/r - a²/2r²). */
export const uncooledSphere = (
  { sigma, k, V, a }: { readonly sigma: number; readonly k: number; readonly V: number; readonly a: number },
  r: number,
): number => ((sigma * V * V) / k) * (a / r - (a * a) / (2 * r * r));
