import { linePlot, type FigureOptions, type LinePlot, type PlotLine } from '@percuta/figures';
import { courseAt } from '@percuta/scene';
import { toSI } from '@percuta/quantity';
import type { LabCourse, LabZone } from '../../compute/lab/lab-messages.ts';
import { inUnit } from './numbers.ts';
import type { ProbePoint } from './probe-points.ts';

/** A run as plots name it. */
export interface Named {
  readonly name: string;
  readonly zone: LabZone;
}

export type PlotData = Omit<LinePlot, 'cursor' | 'sentence' | 'note' | 'title'> & {
  readonly id: string;
  /** What the course calls itself, where it does. */
  readonly name?: string;
  readonly unit: string;
};

const isLong = ({ times }: PlotLine): boolean => times.length > 1;

/** A course of each run, by its kind. The first line stands for all where a run has several of a kind. */
const coursePlot = (runs: readonly Named[], id: LabCourse['id'], at: number): PlotData | undefined => {
  const lines = runs.flatMap(({ name, zone }): PlotLine[] => {
    const course = zone.courses.filter((each) => each.id === id)[at];
    const isAlone = course?.lines.length === 1;
    return (course?.lines ?? []).map(({ name: own, times, values }) => ({
      name: isAlone || own === '' ? name : runs.length > 1 ? `${name}, ${own}` : own,
      times,
      values: inUnit(values, course?.unit ?? '1'),
    }));
  });
  const own = runs[0]?.zone.courses.filter((each) => each.id === id)[at];
  const shown = lines.filter(isLong);
  if (own === undefined || shown.length === 0) return undefined;
  const [first] = own.lines;
  return { id: `${id} ${at}`, name: first?.name ?? '', unit: own.unit, lines: shown };
};

const probePlot = (runs: readonly Named[], point: ProbePoint): PlotData | undefined => {
  const lines = runs.flatMap(({ name, zone }): PlotLine[] => {
    const film = zone.block?.heat;
    if (film === undefined) return [];
    const values = courseAt(film, { kind: 'temperature' }, point);
    return [{ name, times: film.times, values: inUnit(values, '°C') }];
  });
  return lines.length === 0 ? undefined : { id: `point ${point.id}`, unit: '°C', lines };
};

const healing = ['collagen', 'collagen III', 'fibroblasts', 'neutrophils', 'macrophages', 'redness'] as const;
const relative = new Set<string>(['collagen', 'collagen III']);

const healPlot = (runs: readonly Named[], quantity: (typeof healing)[number]): PlotData | undefined => {
  const percent = relative.has(quantity);
  const shownAs = (value: number): number => (percent ? 100 * (value - 1) : value);
  const lines = runs.flatMap(({ name, zone }): PlotLine[] => {
    const { bands } = zone;
    if (bands === undefined) return [];
    const band = bands.bands[quantity];
    const column = (of: (one: (typeof band)[number]) => number): Float64Array =>
      new Float64Array(band.map((one) => shownAs(of(one))));
    return [
      {
        name,
        times: bands.times,
        values: column(({ middle }) => middle),
        ...(bands.draws > 1
          ? { low: column(({ tenth }) => tenth), high: column(({ ninetieth }) => ninetieth) }
          : {}),
      },
    ];
  });
  return lines.length === 0 ? undefined : { id: `healing ${quantity}`, unit: percent ? '%' : '1', lines };
};

const driven = ['temperature', 'power', 'voltage', 'current', 'resistance', 'needle current'] as const;
const mostProbes = 6;

/** Everything of a run over time, the other run beside it in every plot. */
export const plotsOf = (runs: readonly Named[], points: readonly ProbePoint[]): readonly PlotData[] => {
  const probes = (runs[0]?.zone.courses ?? []).filter(({ id }) => id === 'probe').slice(0, mostProbes);
  return [
    ...points.map((point) => probePlot(runs, point)),
    ...probes.map((_, n) => coursePlot(runs, 'probe', n)),
    ...driven.map((id) => coursePlot(runs, id, 0)),
    ...healing.map((quantity) => healPlot(runs, quantity)),
  ].filter((plot) => plot !== undefined);
};

/** Highest value and when, for the sentence under a plot. */
export const highestOf = ({ lines }: PlotData): { readonly value: number; readonly time: number } => {
  const [first] = lines;
  let best = { value: -Infinity, time: 0 };
  Array.from(first?.values ?? []).forEach((value, n) => {
    if (value > best.value) best = { value, time: first?.times[n] ?? 0 };
  });
  return best;
};

export const drawPlot =
  (plot: LinePlot) =>
  (options: FigureOptions): ReturnType<typeof linePlot> =>
    linePlot(plot, options);

/** m from a text in millimetres; undefined where it is none. */
export const metresOf = (text: string): number | undefined => {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : toSI(value, 'mm');
};
