import { exp } from '@percuta/numerics';
import type { HealValues } from '../heal-stage.ts';
import { emptyLocal, readLocal } from '../integrate/local.ts';
import { normalPlace } from '../place.ts';
import { ratesOf, type Rates } from '../rates.ts';
import type { Healing } from '../result/healing.ts';
import { speciesIds } from '../species/species.ts';

const width = speciesIds.length;

/** Area means within the core at every time. */
export interface CoreCourse {
  readonly times: Float64Array;
  /** Multiples of rest. */
  readonly synthesis: Float64Array;
  readonly three: Float64Array;
  readonly collagen: Float64Array;
  readonly elastin: Float64Array;
  readonly denatured: Float64Array;
  /** Share of mature cross-links, from rest. */
  readonly crossLinks: Float64Array;
}

const linksOf = (times: Float64Array, made: Float64Array, collagen: Float64Array, p: Rates): Float64Array => {
  let links = p.k_hhl / (p.k_hhl + p.p1);
  return times.map((time, i) => {
    if (i === 0) return links;
    const renewal = (made[i - 1] / collagen[i - 1] + made[i] / collagen[i]) / 2;
    // x' = k_hhl (1 - x) - renewal x; a gap without any collagen renews at once.
    const speed = p.k_hhl + renewal;
    const target = p.k_hhl / speed;
    links = target + (links - target) * exp(-speed * (time - times[i - 1]));
    return links;
  });
};

/** What a sample from the centre would hold: means over rings whose centre lies within the radius (m). */
export const coreOf = (healing: Healing, radius: number, values: HealValues): CoreCourse => {
  const { radii, fields = [], times } = healing;
  const p = ratesOf(values, normalPlace);
  const s = emptyLocal();
  const rings = Array.from({ length: radii.length - 1 }, (_, k) => ({
    k,
    area: radii[k + 1] * radii[k + 1] - radii[k] * radii[k],
  })).filter(({ k }) => (radii[k] + radii[k + 1]) / 2 < radius);
  const whole = rings.reduce((sum, { area }) => sum + area, 0);
  const mean = (of: () => number): Float64Array =>
    Float64Array.from(fields, (field) =>
      rings.reduce((sum, { k, area }) => {
        readLocal(s, field.values, k * width, p);
        return sum + (area / whole) * of();
      }, 0),
    );
  const synthesis = mean(() => s.Sy);
  const collagen = mean(() => s.Ct);
  const made = synthesis.map((value) => p.p1 * value);
  return {
    times,
    synthesis,
    collagen,
    three: mean(() => s.C3),
    elastin: mean(() => s.E),
    denatured: mean(() => s.Cd),
    crossLinks: linksOf(times, made, collagen, p),
  };
};

/** A series at a time, straight between the times around it. */
export const seriesAt = (times: Float64Array, series: Float64Array, time: number): number => {
  const after = times.findIndex((one) => one >= time);
  if (after < 0) return series[series.length - 1];
  if (after === 0 || times[after] === times[after - 1]) return series[after];
  const share = (time - times[after - 1]) / (times[after] - times[after - 1]);
  return series[after - 1] + share * (series[after] - series[after - 1]);
};
