import type { Problem } from '../../../error.ts';
import { shown } from '../../../wire.ts';
import { leastBetween } from '../../material/law.ts';
import type { Law, Material } from '../../material/material.ts';
import type { HeatProblem } from '../heat-problem.ts';
import { groupsOf } from './electrics.ts';
import { when } from './finding.ts';

interface Property {
  readonly key: string;
  readonly law: Law;
  readonly unit: string;
  readonly isNeeded: boolean;
}

const isAbsent = (law: Law): boolean => law.kind === 'constant' && law.value === 0;

const isRising = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));

const propertiesOf = (material: Material, hasCurrent: boolean, hasHeat: boolean): Property[] => [
  { key: 'conductivity', law: material.conductivity, unit: 'S/m', isNeeded: hasCurrent },
  { key: 'thermal_conductivity', law: material.thermalConductivity, unit: 'W/m/K', isNeeded: hasHeat },
  { key: 'specific_heat', law: material.specificHeat, unit: 'J/kg/K', isNeeded: hasHeat },
  {
    key: 'density',
    law: { kind: 'constant', value: material.density },
    unit: 'kg/m3',
    isNeeded: hasHeat,
  },
];

/** Temperatures (K) that a run may be expected to meet: all that the document names, up to boiling. */
const rangeOf = ({ initial, domain, materials, electrodes }: HeatProblem): readonly [number, number] => {
  const sides = domain === undefined ? [] : Object.values(domain.sides);
  const named = [
    initial.temperature,
    ...Object.values(initial.layers),
    ...(initial.profile?.temperatures ?? []),
    ...sides.flatMap(({ thermal }) => ('temperature' in thermal ? [thermal.temperature] : [])),
    ...electrodes.flatMap(({ metal }) => (metal.kind === 'held' ? [metal.temperature] : [])),
    ...materials.flatMap(({ phaseChange }) => (phaseChange === undefined ? [] : [phaseChange.temperature])),
  ];
  return [Math.min(...named), Math.max(...named)];
};

const propertyProblems = (
  path: string,
  { key, law, unit, isNeeded }: Property,
  [low, high]: readonly [number, number],
): Problem[] => {
  const own = `${path}.${key}`;
  if (isAbsent(law)) {
    return when(isNeeded, () => ({
      path: own,
      given: 'nothing',
      problem: 'is missing',
      allowed: `more than 0 ${unit}`,
      remedy: 'add it, or say with "like" which tissue gives it',
    }));
  }
  if (law.kind === 'table' && !isRising(law.temperatures)) {
    return [
      {
        path: `${own}.table`,
        given: law.temperatures.map((T) => shown(T, '°C')).join(', '),
        problem: 'the temperatures of the table do not rise',
        remedy: 'sort them; each may stand once',
      },
    ];
  }
  const least = leastBetween(law, low, high);
  return when(!(least > 0), () => ({
    path: own,
    given: `${least} ${unit} between ${shown(low, '°C')} and ${shown(high, '°C')}`,
    problem: 'is not above 0 at every temperature that the problem names',
    allowed: `more than 0 ${unit}`,
    remedy: 'lower the slope, give a cap, or use a table',
  }));
};

/** Properties that are there where they are needed, and above 0 over the temperatures of the problem. */
export const materialProblems = (problem: HeatProblem): Problem[] => {
  const used = new Set(problem.layers.map(({ material }) => material));
  const hasCurrent = groupsOf(problem).length > 0;
  const hasHeat = problem.end.kind !== 'potential';
  const range = rangeOf(problem);
  return problem.materials
    .filter(({ name }) => used.has(name))
    .flatMap((material) =>
      propertiesOf(material, hasCurrent, hasHeat).flatMap((property) =>
        propertyProblems(`materials.${material.name}`, property, range),
      ),
    );
};
