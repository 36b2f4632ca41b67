import { areaMean, type Tissue } from '../geometry/tissue.ts';
import type { Rates } from '../rates.ts';
import { species } from '../species/species-list.ts';
import { speciesIds, type SpeciesId } from '../species/species.ts';
import { barrierAfter, gapAfter } from '../surface/epidermis.ts';
import type { Healing, Snapshot } from './healing.ts';
import { createLayerRates, type Running } from './recorder.ts';

const width = speciesIds.length;

/** What a course has come to at one time. */
export interface Moment {
  readonly time: number;
  readonly sinceSession: number;
  readonly y: Float64Array;
  /** Collagen cut by the sessions so far, of each layer. */
  readonly cut: Float64Array;
  readonly running: Running;
}

type Series = Pick<
  Healing,
  'times' | 'means' | 'synthesis' | 'perfusion' | 'crossLinks' | 'surface' | 'balance'
>;

const byId = <Value>(of: (i: number) => Value): Record<SpeciesId, Value> =>
  // Object.fromEntries forgets the names of the keys.
  Object.fromEntries(speciesIds.map((id, i) => [id, of(i)])) as Record<SpeciesId, Value>;

/** Where every state rests. */
export const restOfAll = (p: Rates): Record<SpeciesId, number> => byId((i) => species[i].rest(p));

/** Room for a course of this many times, filled moment by moment. */
export const createRecord = (tissue: Tissue, count: number, p: Rates, keepsFields: boolean) => {
  const { layers } = tissue;
  const rings = tissue.radial.count;
  const column = (): Float64Array => new Float64Array(count);
  const map = (): Float64Array => new Float64Array(count * layers);
  const ratesAt = createLayerRates(tissue, p);
  const series = {
    times: column(),
    means: byId(map),
    synthesis: map(),
    perfusion: map(),
    crossLinks: map(),
    surface: { gapRadius: column(), barrier: column(), thickness: column(), melanin: column() },
    balance: { gain: map(), bound: map(), cut: map() },
  } satisfies Series;
  const fields: Snapshot[] = [];
  let filled = 0;

  const keepLayer = (layer: number, { y, cut, running }: Moment): void => {
    const at = layer + layers * filled;
    speciesIds.forEach((id, i) => {
      series.means[id][at] = areaMean(tissue, (k) => Math.max(0, y[(layer * rings + k) * width + i]));
    });
    const { synthesis, perfusion } = ratesAt(y, layer);
    series.synthesis[at] = synthesis;
    series.perfusion[at] = perfusion;
    series.crossLinks[at] = running.crossLinks[layer];
    const { C3, C1i, C1m } = series.means;
    series.balance.gain[at] = C3[at] + C1i[at] + C1m[at] - p.C_set;
    series.balance.cut[at] = cut[layer];
    series.balance.bound[at] = running.surplus[layer] - cut[layer];
  };

  const keep = (moment: Moment): void => {
    const { running, sinceSession, y } = moment;
    const { opened, thickness, melanin } = running.epidermis;
    series.times[filled] = moment.time;
    series.surface.gapRadius[filled] = gapAfter(opened, sinceSession, p);
    series.surface.barrier[filled] = barrierAfter(opened, sinceSession, p);
    series.surface.thickness[filled] = thickness;
    series.surface.melanin[filled] = melanin;
    for (let layer = 0; layer < layers; layer += 1) keepLayer(layer, moment);
    if (keepsFields) fields.push({ time: moment.time, values: y.map((value) => Math.max(0, value)) });
    filled += 1;
  };

  return { series, fields: keepsFields ? fields : undefined, keep };
};

export type CourseRecord = ReturnType<typeof createRecord>;
