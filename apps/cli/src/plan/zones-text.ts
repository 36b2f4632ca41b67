import { letterOf, zoneSections, type Choice, type WorkedPlan } from '@percuta/engine';
import { table } from '../table.ts';

type Section = ReturnType<typeof zoneSections>[number];

/** Courses that set the same in a zone stand on one line. */
const rowsOf = ({ name, area, standing, settings }: Section): string[][] => {
  if (settings.every((setting) => setting === 'left out')) return [[`${name}, ${area}`, '', standing]];
  const same = Map.groupBy(
    settings.map((setting, i) => ({ setting, letter: letterOf(i) })),
    ({ setting }) => setting,
  );
  return [...same].map(([setting, courses], i) => [
    i === 0 ? `${name}, ${area}` : '',
    courses.map(({ letter }) => letter).join(', '),
    setting,
  ]);
};

/** Settings of every course zone by zone, and what is left out of each; nothing where the area is one zone. */
export const zonesText = (plan: WorkedPlan, choices: readonly Choice[]): string => {
  const sections = zoneSections(plan, choices);
  if (sections.length === 0) return '';
  const masks = sections
    .filter((zone) => zone.masks.length > 0)
    .map((zone) => `  ${zone.name}: ${zone.masks.map(({ label }) => label).join('; ')}`);
  return [
    '\n',
    'Zone by zone, the same device, sessions and interval in all',
    table(['zone', 'course', 'setting'], sections.flatMap(rowsOf)),
    'Left out of each zone; the report says why and by whom',
    ...masks,
  ].join('\n');
};
