import { shown, type Heating, type HeatProblem } from '@percuta/engine/heat';
import { narrow } from '../heat/heat-width.ts';
import { figure, type Figure, type FigureOptions } from '../svg.ts';
import { coursePanels, finiteOf, type CourseSeries } from './course-panels.ts';

const zero = 273.15;

/** Points at which courses are told: pulses with as long again behind them, else the whole run. */
const endOf = ({ generator }: HeatProblem, { times }: Heating): number => {
  const last = Math.max(
    0,
    ...(generator?.channels ?? []).flatMap(({ pulses }) => pulses.map(({ to }) => to)),
  );
  const end = times.at(-1) ?? 0;
  return last > 0 ? Math.min(end, 2 * last) : end;
};

const seriesOf = ({ channels, peaks, times, middles }: Heating): CourseSeries[] => {
  const [first] = channels;
  const skipped = times.length - middles.length;
  const whose = first !== undefined && channels.length > 1 ? `, ${first.name}` : '';
  const electric =
    first === undefined
      ? []
      : [
          { title: `power, W${whose}`, values: Float64Array.from(first.power) },
          { title: `current, A rms${whose}`, values: Float64Array.from(first.current) },
          { title: `resistance, ohm${whose}`, values: Float64Array.from(first.resistance) },
        ];
  const hottest = {
    title: 'highest temperature, °C',
    values: new Float64Array(peaks.slice(skipped).map((value) => value - zero)),
  };
  return [...electric, hottest].filter(({ values }) => finiteOf(values).length > 1);
};

const sentenceOf = ({ channels, peaks }: Heating): string => {
  const [first] = channels;
  const resistances = finiteOf(Float64Array.from(first?.resistance ?? []));
  const energy = channels.reduce((sum, channel) => sum + (channel.energy.at(-1) ?? 0), 0);
  const electric =
    resistances.length === 0
      ? ''
      : `Resistance goes from ${shown(resistances[0] ?? NaN, 'ohm', 3)} to ${shown(resistances.at(-1) ?? NaN, 'ohm', 3)}; ${shown(energy, 'mJ', 3)} are delivered in all. `;
  return `${electric}Tissue reaches ${shown(Math.max(...peaks), '°C', 3)}.`;
};

/**
 * Power, current, resistance and highest temperature over time; undefined for a run without time.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { readHeatProblem, solveHeat } from '@percuta/engine/heat';
 * import { problemCourses } from '@percuta/figures/heat-problem';
 *
 * const problem = readHeatProblem(JSON.parse(readFileSync('problem.json', 'utf8')));
 * const drawn = problemCourses(problem, solveHeat(problem), { id: 'courses', width: 708 });
 * console.log(drawn?.sentence); // Tissue reaches 40.6 °C.
 * ```
 */
export const problemCourses = (
  problem: HeatProblem,
  heating: Heating,
  options: FigureOptions,
): Figure | undefined => {
  const { middles } = heating;
  const series = seriesOf(heating);
  if (middles.length < 2 || series.length === 0) return undefined;
  const end = endOf(problem, heating);
  const pulses = problem.generator?.channels[0]?.pulses ?? [];
  const unit = end < 1 ? 'ms' : 's';
  const courses = {
    times: Float64Array.from(middles),
    series,
    pulses,
    end,
    timeText: (time: number) => shown(time, unit, 3),
  };
  const { height, drawn } = coursePanels(courses, options.width, options.width >= narrow ? 2 : 1);
  return figure(
    { ...options, height },
    {
      title: problem.title,
      sentence: sentenceOf(heating),
      note: 'Grey ground: the generator is on. The temperature is that of the hottest cell.',
    },
    ...drawn,
  );
};
