import type { Medium } from '../grid/medium.ts';
import { enthalpyAt, enthalpyCurve, temperatureAt, vapourAt } from '../material/enthalpy.ts';
import type { EnthalpyCurve } from '../material/enthalpy.ts';
import { leastBetween } from '../material/law.ts';

/** Enthalpy and temperature of the cells of a medium; enthalpies are 0 at `reference`. */
export interface Caloric {
  readonly medium: Medium;
  readonly curves: readonly EnthalpyCurve[];
}

export const caloricOf = (medium: Medium, reference: number): Caloric => ({
  medium,
  curves: medium.materials.map((material) => enthalpyCurve(material, reference)),
});

/** J/m³ of each cell; water above its boiling point is vapour. */
export const enthalpies = (
  { medium: { ofCell }, curves }: Caloric,
  temperatures: Float64Array,
): Float64Array => {
  const found = new Float64Array(temperatures.length);
  for (let cell = 0; cell < found.length; cell++) {
    const curve = curves[ofCell[cell]];
    const temperature = temperatures[cell];
    const { volumicHeat, reference, plateau } = curve;
    found[cell] =
      volumicHeat.kind === 'constant' && temperature <= plateau
        ? volumicHeat.value * (temperature - reference)
        : enthalpyAt(curve, temperature);
  }
  return found;
};

/** Temperatures (K) of enthalpies (J/m³), written into `out`; one step for constant heat capacities. */
export const fillTemperatures = (
  { medium: { ofCell }, curves }: Caloric,
  enthalpy: Float64Array,
  out: Float64Array,
): void => {
  const slopes = curves.map(({ volumicHeat }) =>
    volumicHeat.kind === 'constant' ? 1 / volumicHeat.value : 0,
  );
  for (let cell = 0; cell < out.length; cell++) {
    const material = ofCell[cell];
    const curve = curves[material];
    const h = enthalpy[cell];
    if (slopes[material] === 0) out[cell] = temperatureAt(curve, h);
    else if (h <= curve.onset) out[cell] = curve.reference + h * slopes[material];
    else out[cell] = Math.max(curve.plateau, curve.reference + (h - curve.latent) * slopes[material]);
  }
};

/** Share of the phase change that is done in each cell. */
export const fillVapour = (
  { medium: { ofCell }, curves }: Caloric,
  enthalpy: Float64Array,
  out: Float64Array,
): void => {
  for (let cell = 0; cell < out.length; cell++) {
    const curve = curves[ofCell[cell]];
    out[cell] = enthalpy[cell] <= curve.onset ? 0 : vapourAt(curve, enthalpy[cell]);
  }
};

/** Least heat capacity of each material between two temperatures, J/m³/K: it bounds the stable step. */
export const leastCapacities = ({ curves }: Caloric, from: number, to: number): number[] =>
  curves.map(({ volumicHeat }) => leastBetween(volumicHeat, from, to));
