import type { Heating, HeatProblem } from '@percuta/engine/heat';
import {
  problemCourses,
  problemSection,
  standAlone,
  terminalCurrents,
  type SectionFields,
} from '@percuta/figures/heat-problem';

/** Begins the names of fields that only the figures need. */
const own = 'figure ';
const temperature = `${own}temperature`;
const damageOf = (kinetics: string): string => `${own}damage ${kinetics}`;

/** When the last pulse ends, s; undefined where nothing is driven, or the run ends before. */
const lastPulse = ({ generator, end }: HeatProblem): number | undefined => {
  const ends = (generator?.channels ?? []).flatMap(({ pulses }) => pulses.map(({ to }) => to));
  const last = Math.max(0, ...ends);
  return last > 0 && (end.kind === 'settled' || (end.kind === 'time' && last <= end.at)) ? last : undefined;
};

/** The problem with the fields that its section shows; those it asked for stay as they are. */
export const withFigureFields = (problem: HeatProblem): HeatProblem => {
  const { domain, end, kinetics, outputs } = problem;
  if (domain === undefined || domain.kind === 'line' || end.kind === 'potential') return problem;
  const last = lastPulse(problem);
  const counted = end.kind === 'steady' ? [] : kinetics.filter(({ kind }) => kind === 'arrhenius');
  return {
    ...problem,
    outputs: {
      ...outputs,
      fields: [
        ...outputs.fields,
        { name: temperature, quantity: { kind: 'temperature' }, times: last === undefined ? [] : [last] },
        ...counted.map(({ name }) => ({
          name: damageOf(name),
          quantity: { kind: 'damage' as const, kinetics: name },
          times: [],
        })),
      ],
    },
  };
};

/** What was asked for, without the fields of the figures. */
export const withoutFigureFields = (heating: Heating): Heating => ({
  ...heating,
  fields: heating.fields.filter(({ name }) => !name.startsWith(own)),
});

const fieldsOf = ({ kinetics }: HeatProblem, { fields }: Heating): SectionFields | undefined => {
  const hot = fields.find(({ name }) => name === temperature);
  if (hot === undefined) return undefined;
  const damage = kinetics.flatMap(({ name }) => {
    const found = fields.find((field) => field.name === damageOf(name));
    return found === undefined ? [] : [{ kinetics: name, values: found.values }];
  });
  return { time: hot.time, temperature: hot.values, damage };
};

const width = 720;

/** Section with isotherms, courses and currents as SVG by file name: what a problem has of them. */
export const problemFigures = (problem: HeatProblem, heating: Heating): Record<string, string> => {
  const fields = fieldsOf(problem, heating);
  const figures = {
    'section.svg':
      fields === undefined ? undefined : problemSection(problem, heating, fields, { id: 'section', width }),
    'courses.svg': problemCourses(problem, heating, { id: 'courses', width }),
    'currents.svg': terminalCurrents(problem, heating, { id: 'currents', width }),
  };
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]) =>
      figure === undefined ? [] : [[name, standAlone(figure)]],
    ),
  );
};
