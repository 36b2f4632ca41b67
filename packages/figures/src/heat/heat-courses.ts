import { heatCourse, pulsesOf, shown } from '@percuta/engine';
import { element, figure, pathOf, px, text, type Figure, type FigureOptions } from '../svg.ts';
import { colour } from '../tokens.ts';
import { narrow, type HeatFigureInput } from './heat-input.ts';

const panelHeight = 150;
const head = 26;
const plot = 88;
const axisWidth = 44;
const gap = 22;

interface Series {
  readonly title: string;
  readonly values: Float64Array;
}

interface Panel {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly end: number;
}

const finite = (values: Float64Array): number[] => Array.from(values).filter(Number.isFinite);

/** A round step that divides a span into at most four. */
const stepOf = (span: number): number => {
  const power = 10 ** Math.floor(Math.log10(span / 4));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => span / step <= 4) ?? 10 * power;
};

const scaleOf = (values: readonly number[]): { low: number; high: number; step: number } => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(most - least, Math.abs(most) * 0.02, 1e-9);
  const step = stepOf(span);
  return { low: Math.floor(least / step) * step, high: Math.ceil(most / step + 1e-9) * step, step };
};

const digitsOf = (step: number): number => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));

const drawTicks = (
  panel: Panel,
  { low, high, step }: ReturnType<typeof scaleOf>,
  y: (value: number) => number,
): string =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, n) => low + n * step)
    .map(
      (tick) =>
        element('path', {
          d: `M${px(panel.left)} ${px(y(tick))}H${px(panel.right)}`,
          stroke: colour('grid'),
        }) +
        text(panel.left - 5, y(tick) + 4, tick.toFixed(digitsOf(step)), { colour: 'muted', anchor: 'end' }),
    )
    .join('');

const drawPanel = (
  panel: Panel,
  times: Float64Array,
  { title, values }: Series,
  pulses: readonly { readonly from: number; readonly to: number }[],
): string => {
  const { left, right, top, end } = panel;
  const scale = scaleOf(finite(values.filter((_, n) => (times[n] ?? 0) <= end)));
  const x = (time: number): number => left + (time / end) * (right - left);
  const y = (value: number): number => top + head + ((scale.high - value) / (scale.high - scale.low)) * plot;
  const parts: [number, number][][] = [[]];
  values.forEach((value, n) => {
    const time = times[n] ?? 0;
    if (time > end || !Number.isFinite(value)) parts.push([]);
    else parts.at(-1)?.push([x(time), y(value)]);
  });
  const bottom = top + head + plot;
  const last = pulses.at(-1)?.to ?? 0;
  return [
    text(left, top + 14, title, { isBold: true }),
    ...pulses.map(({ from, to }) =>
      element('rect', {
        x: x(from),
        y: top + head,
        width: x(Math.min(to, end)) - x(from),
        height: plot,
        fill: colour('sunk'),
      }),
    ),
    drawTicks(panel, scale, y),
    ...parts
      .filter((part) => part.length > 1)
      .map((part) =>
        element('path', { d: pathOf(part), fill: 'none', stroke: colour('accent'), 'stroke-width': 2 }),
      ),
    text(left, bottom + 16, '0', { colour: 'muted', anchor: 'middle' }),
    text(x(last), bottom + 16, shown(last, 'ms', 3), { colour: 'muted', anchor: 'middle' }),
    text(right, bottom + 16, shown(end, 'ms', 3), { colour: 'muted', anchor: 'end' }),
  ].join('');
};

const seriesOf = ({ heating }: HeatFigureInput): { times: Float64Array; series: Series[] } => {
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
  const pulses = pulsesOf(heating.input.energy.shot);
  const end = 2 * (pulses.at(-1)?.to ?? 0);
  const across = options.width >= narrow ? 2 : 1;
  const own = (options.width - gap * (across - 1)) / across;
  const resistances = finite(series[2]?.values ?? new Float64Array());
  const [start = NaN] = resistances;
  return figure(
    { ...options, height: Math.ceil(series.length / across) * panelHeight },
    {
      title: `Course of a shot of ${device}`,
      sentence:
        `Resistance goes from ${shown(start, 'ohm', 3)} to ${shown(resistances.at(-1) ?? NaN, 'ohm', 3)}; ` +
        `${shown(heating.energy, 'mJ', 3)} are delivered in all, and tissue reaches ${shown(heating.peak.temperature, '°C', 3)}.`,
      note: 'Grey ground: the generator is on. Everything at its central value.',
    },
    ...series.map((each, n) => {
      const left = (n % across) * (own + gap);
      const panel = {
        left: left + axisWidth,
        right: left + own - 10,
        top: Math.floor(n / across) * panelHeight,
        end,
      };
      return drawPanel(panel, times, each, pulses);
    }),
  );
};
