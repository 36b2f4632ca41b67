import { exp, type StiffStep } from '@percuta/numerics';
import { areaMean, type Tissue } from '../geometry/tissue.ts';
import { emptyLocal, readLocal } from '../integrate/local.ts';
import type { Rates } from '../rates.ts';
import { indexOf } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { growEpidermis, closingTime, type Epidermis } from '../surface/epidermis.ts';

const width = speciesIds.length;

/** Area means of one layer at one time that are not states. */
export interface LayerRates {
  /** Multiples of rest. */
  synthesis: number;
  perfusion: number;
  /** Collagen made less what rest would lose, the integrand of (heal.12), 1/s. */
  surplus: number;
  /** Collagen made over collagen present, 1/s. */
  renewal: number;
}

/** What is carried along beside the states, by quadrature over the steps. */
export interface Running {
  /** ∫ surplus dt of each layer. */
  readonly surplus: Float64Array;
  readonly crossLinks: Float64Array;
  epidermis: Epidermis;
}

/** Collagen that is made at a place, 1/s, host factors anchored at rest. */
const made = (Sy: number, ph3: number, p: Rates): number =>
  p.p1 * (p.C_set + p.h_c3 * (Sy * ph3 - p.phi3b) + p.h_col * (Sy * (1 - ph3) - (1 - p.phi3b)));

/** Works out the area means of a layer that need the shared terms. */
export const createLayerRates = (tissue: Tissue, p: Rates) => {
  const s = emptyLocal();
  const { count } = tissue.radial;
  return (y: Float64Array, layer: number): LayerRates => {
    const sums = { synthesis: 0, perfusion: 0, making: 0, collagen: 0, young: 0 };
    const total = { ...sums };
    let area = 0;
    for (let k = 0; k < count; k += 1) {
      readLocal(s, y, (layer * count + k) * width, p);
      const part = tissue.radial.areas[k];
      area += part;
      total.synthesis += part * s.Sy;
      total.perfusion += part * s.V * (1 + s.dil);
      total.making += part * made(s.Sy, s.ph3, p);
      total.collagen += part * s.Ct;
      total.young += part * s.C1i;
    }
    return {
      synthesis: total.synthesis / area,
      perfusion: total.perfusion / area,
      surplus: (total.making - p.p1 * (total.collagen - total.young)) / area,
      renewal: total.making / total.collagen,
    };
  };
};

/** Mean of a state over the papillary layers. */
export const papillaryMean = (
  y: Float64Array,
  species: 'F' | 'A',
  { tissue, papillary }: { readonly tissue: Tissue; readonly papillary: number },
): number => {
  const { count } = tissue.radial;
  const i = indexOf[species];
  let sum = 0;
  let thickness = 0;
  for (let layer = 0; layer < papillary; layer += 1) {
    const h = tissue.depths[layer + 1] - tissue.depths[layer];
    sum += h * areaMean(tissue, (k) => Math.max(0, y[(layer * count + k) * width + i]));
    thickness += h;
  }
  return sum / thickness;
};

/** Carries the running quantities over one step, by Simpson's rule and by relaxation at the middle of the step. */
export const createRunner = (tissue: Tissue, papillary: number, p: Rates) => {
  const ratesAt = createLayerRates(tissue, p);
  const [first, middle, last] = [0, 1, 2].map(() => new Float64Array(tissue.places * width));
  const where = { tissue, papillary };
  return (running: Running, step: StiffStep): void => {
    if (first === undefined || middle === undefined || last === undefined) return;
    const length = step.to - step.from;
    step.at(step.from, first);
    step.at(step.from + length / 2, middle);
    step.at(step.to, last);
    for (let layer = 0; layer < tissue.layers; layer += 1) {
      const [a, b, c] = [ratesAt(first, layer), ratesAt(middle, layer), ratesAt(last, layer)];
      running.surplus[layer] =
        running.surplus[layer] + (length / 6) * (a.surplus + 4 * b.surplus + c.surplus);
      // x' = k_hhl (1 − x) − renewal x (heal.9).
      const speed = p.k_hhl + b.renewal;
      const target = p.k_hhl / speed;
      const before = running.crossLinks[layer];
      running.crossLinks[layer] = target + (before - target) * exp(-speed * length);
    }
    running.epidermis = growEpidermis(
      running.epidermis,
      {
        fibroblasts: papillaryMean(middle, 'F', where),
        inflammation: papillaryMean(middle, 'A', where),
        isOpen: step.from + length / 2 < closingTime(running.epidermis.opened, p),
      },
      length,
      p,
    );
  };
};
