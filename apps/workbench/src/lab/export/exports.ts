import { standAlone } from '@percuta/figures';
import { heatFieldAt, logDamageOf, type HeatFilm, type SkinBlock } from '@percuta/scene';
import { ask } from '../../compute/ask.ts';
import { saveFile } from '../../shell/files/save-file.ts';
import { drawPlot, type PlotData } from '../show/plots.tsx';

const perMetre = 1000;
const zeroCelsius = 273.15;

/** Edges between centres that stand in the middles of cells; the first begins at `from`. */
const edgesOf = (centres: Float64Array, shift: number): Float64Array => {
  const middles = Array.from(centres.slice(1), (centre, n) => (centre + (centres[n] ?? centre)) / 2);
  const [first = 0, last = 0] = [centres[0], centres.at(-1)];
  const [low, high] = [middles[0] ?? first + perMetre / 1e6, middles.at(-1) ?? last];
  return Float64Array.of(
    2 * first - low,
    ...middles,
    2 * last - high + (middles.length === 0 ? 1e-3 : 0),
  ).map((edge) => (edge + shift) * perMetre);
};

/** A film at a time as VTK, written in the worker. */
const gridAt = (film: HeatFilm, time: number) => {
  const temperature = heatFieldAt(film, { kind: 'temperature' }, time)?.values ?? new Float32Array();
  return {
    kind: 'grid file',
    axes: [
      ['x (mm)', edgesOf(film.axes.x, film.centre.x)],
      ['y (mm)', edgesOf(film.axes.y, film.centre.y)],
      ['depth (mm)', edgesOf(film.axes.z, 0)],
    ],
    time,
    cells: [
      { name: 'temperature (°C)', values: Float64Array.from(temperature, (value) => value - zeroCelsius) },
      ...film.damage.map(({ name }) => ({
        name: `damage of ${name}`,
        values: Float64Array.from(heatFieldAt(film, { kind: 'damage', name }, time)?.values ?? [], (value) =>
          value <= logDamageOf(0) ? 0 : 10 ** value,
        ),
      })),
    ],
  } as const;
};

export const saveJson = (name: string, value: unknown): void =>
  saveFile(`${name}.json`, `${JSON.stringify(value, undefined, 2)}\n`, 'application/json');

export const saveTables = (tables: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(tables)) saveFile(name, text, 'text/csv');
};

export const saveVtk = async ({ heat }: SkinBlock, time: number): Promise<void> => {
  if (heat === undefined) return;
  saveFile(`fields-${time.toPrecision(4)}s.vtr`, await ask(gridAt(heat, time)), 'application/xml');
};

const plotWidth = 720;

export const savePlots = (
  plots: readonly PlotData[],
  wordsOf: (plot: PlotData) => { readonly title: string; readonly sentence: string },
): void => {
  for (const plot of plots) {
    const figure = drawPlot({ ...plot, ...wordsOf(plot), note: '' })({ id: 'plot', width: plotWidth });
    saveFile(`${plot.id.replaceAll(' ', '-')}.svg`, standAlone(figure), 'image/svg+xml');
  }
};

/** The block as it is on the screen. */
export const savePicture = (): void => {
  const canvas = document.querySelector<HTMLCanvasElement>('.block-room canvas');
  if (canvas === null) return;
  // An address that holds the picture itself would be refused where the picture is large.
  canvas.toBlob((picture) => {
    if (picture !== null) saveFile('block.png', picture, picture.type);
  });
};
