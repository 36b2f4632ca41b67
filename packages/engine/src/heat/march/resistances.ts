import { circuitOf } from '../generator/circuit.ts';
import type { ResistanceResult } from '../heating.ts';
import { admittivityAt } from '../material/conductivity.ts';
import type { Medium } from '../grid/medium.ts';
import type { Material } from '../material/material.ts';
import { complexAdmittance, impedanceBetween } from '../potential/impedance.ts';
import type { ComplexField } from '../potential/impedance.ts';
import { fillSigma } from '../potential/conductivity-field.ts';
import { solveBases } from '../potential/potential.ts';
import type { Bases } from '../potential/potential.ts';
import type { Fields } from './progress.ts';
import type { Start } from './setting.ts';
import { initialFields } from './begin.ts';
import { caloricOf } from '../bioheat/caloric.ts';
import type { Place } from '../grid/place.ts';

// Error of the potentials that resistances are taken from, which err by its square; single precision reaches no less.
const TOLERANCE = 1e-8;
const SINGLE = 1e-5;

/** Conductivity of each cell in a state, S/m. */
const sigmaAt = (medium: Medium, { temperatures, vapour, damage }: Fields): Float64Array => {
  const sigma = new Float64Array(temperatures.length);
  fillSigma(medium, { temperatures, vapour, damage }, sigma);
  return sigma;
};

const admittivities = ({ problem, medium }: Place, fields: Fields, frequency: number): ComplexField => {
  const drive = problem.generator?.frequency ?? frequency;
  const at = (material: Material, cell: number) =>
    admittivityAt(
      material,
      {
        temperature: fields.temperatures[cell],
        vapour: fields.vapour[cell],
        coagulation: fields.damage.get(material.coagulation?.kinetics ?? '')?.[cell] ?? 0,
      },
      { frequency, drive },
    );
  const found = Array.from(medium.ofCell, (material, cell) => at(medium.materials[material], cell));
  return {
    re: new Float64Array(found.map(({ conductivity }) => conductivity)),
    im: new Float64Array(found.map(({ susceptivity }) => susceptivity)),
  };
};

/** The resistances and impedances that were asked for, at the initial temperature. */
export const resistancesOf = ({ place, setting }: Start): ResistanceResult[] => {
  const { problem, medium } = place;
  if (problem.outputs.resistances.length === 0) return [];
  const fields = initialFields(place, caloricOf(medium, problem.initial.temperature), setting);
  const { groups } = setting.potential.terminals;
  let bases: Bases | undefined;
  return problem.outputs.resistances.map(({ name, between: [from, to], frequency }) => {
    if (frequency !== undefined) {
      const y = complexAdmittance(setting.potential, admittivities(place, fields, frequency), TOLERANCE);
      const { re, im } = impedanceBetween(y, groups.indexOf(from), groups.indexOf(to));
      return { name, real: re, imaginary: im };
    }
    bases ??= solveBases(
      setting.potential,
      sigmaAt(medium, fields),
      place.build === 'f32' ? SINGLE : TOLERANCE,
    );
    const { impedance } = circuitOf(bases.admittance, groups, [{ name, from, to }]);
    return { name, real: impedance[0][0], imaginary: 0 };
  });
};
