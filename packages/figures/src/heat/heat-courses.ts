import { burstsOf, heatCourse, shown } from '@percuta/engine';
import { coursePanels, finiteOf, type CourseSeries } from '../problem/course-panels.ts';
import { figure, type Figure, type FigureOptions } from '../svg.ts';
import { narrow, type HeatFigureInput } from './heat-input.ts';

const seriesOf = ({ heating }: HeatFigureInput): { times: Float64Array; series: CourseSeries[] } => {
  const course = heatCourse(heating);
  const first = heating.outputs[0]?.name ?? '';
  const column = (name: string): Float64Array => course.get(name) ?? new Float64Array();
  const whose = heating.outputs.length > 1 ? `, ${first}` : '';
  return {
    times: column('time (s)'),
    series: [
      { title: `power, W${whose}`, values: column(`${first} power (W)`) },
      { title: `voltage, V rms${whose}`, values: column(`${first} voltage (V)`) },
      { title: `resistance, ohm${whose}`, values: column(`${first} resistance (ohm)`) },
      { title: 'highest temperature, °C', values: column('highest temperature (°C)') },
    ],
  };
};

/** Power, voltage, resistance and highest temperature over the pulses and as long again. */
export const heatCourses = (input: HeatFigureInput, options: FigureOptions): Figure => {
  const { heating, device } = input;
  const { times, series } = seriesOf(input);
  const pulses = burstsOf(heating.input).flatMap((burst) => burst.pulses);
  const end = 2 * (pulses.at(-1)?.to ?? 0);
  const courses = { times, series, pulses, end, timeText: (time: number) => shown(time, 'ms', 3) };
  const { height, drawn } = coursePanels(courses, options.width, options.width >= narrow ? 2 : 1);
  const resistances = finiteOf(series[2]?.values ?? new Float64Array());
  const [start = NaN] = resistances;
  return figure(
    { ...options, height },
    {
      title: `Course of a shot of ${device}`,
      sentence:
        `Resistance goes from ${shown(start, 'ohm', 3)} to ${shown(resistances.at(-1) ?? NaN, 'ohm', 3)}; ` +
        `${shown(heating.energy, 'mJ', 3)} are delivered in all, and tissue reaches ${shown(heating.peak.temperature, '°C', 3)}.`,
      note: 'Grey ground: the generator is on. Everything at its central value.',
    },
    ...drawn,
  );
};
