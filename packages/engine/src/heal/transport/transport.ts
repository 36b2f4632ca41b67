import { log1p } from '@percuta/numerics';
import type { Tissue } from '../geometry/tissue.ts';
import type { Rates } from '../rates.ts';
import { indexOf, moving, species } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { depthEdges, radialEdges, type Edge } from './diffuse.ts';

const width = speciesIds.length;
const fibroblast = indexOf['F'];
const platelet = indexOf['P'];

/** How the moving species get from place to place. */
export interface Transport {
  /** Adds diffusion and chemotaxis to the rates. */
  readonly add: (y: Float64Array, out: Float64Array) => void;
  readonly radial: readonly Edge[];
  readonly depth: readonly Edge[];
  /** Diffusivity of each moving species, in the order of `moving`, m²/s. */
  readonly diffusivities: Float64Array;
}

/** (heal.3) What fibroblasts climb, by the platelet signal of a place. */
const attraction = (signal: number, p: Pick<Rates, 'P_chem'>): number =>
  log1p(Math.max(signal, 0) / p.P_chem);

/** (heal.3) The gradient that fibroblasts follow between two places, m²/s. */
export const pull = (here: number, there: number, p: Pick<Rates, 'chi_F' | 'P_chem'>): number =>
  p.chi_F * (attraction(there, p) - attraction(here, p));

const spread = (edges: readonly Edge[], diffusivities: Float64Array) => {
  const { length } = edges;
  const from = Int32Array.from(edges, (edge) => edge.from * width);
  const to = Int32Array.from(edges, (edge) => edge.to * width);
  const giving = Float64Array.from(edges, (edge) => edge.giving);
  const taking = Float64Array.from(edges, (edge) => edge.taking);
  const columns = Int32Array.from(moving);
  return (y: Float64Array, out: Float64Array): void => {
    for (let e = 0; e < length; e += 1) {
      const a = from[e];
      const b = to[e];
      const give = giving[e];
      const take = taking[e];
      for (let m = 0; m < columns.length; m += 1) {
        const s = columns[m];
        const flow = diffusivities[m] * (y[b + s] - y[a + s]);
        out[a + s] = out[a + s] + give * flow;
        out[b + s] = out[b + s] - take * flow;
      }
    }
  };
};

/** (heal.3) Fibroblasts drift up the platelet signal, taken from the side they leave. Radial alone. */
const drift = (edges: readonly Edge[], places: number, p: Rates) => {
  const attractions = new Float64Array(places);
  return (y: Float64Array, out: Float64Array): void => {
    for (let place = 0; place < places; place += 1) {
      attractions[place] = attraction(y[place * width + platelet], p);
    }
    for (const { from, to, giving, taking } of edges) {
      const a = from * width + fibroblast;
      const b = to * width + fibroblast;
      const q = p.chi_F * (attractions[to] - attractions[from]);
      const flow = q * Math.max(y[q > 0 ? a : b], 0);
      out[a] = out[a] - giving * flow;
      out[b] = out[b] + taking * flow;
    }
  };
};

export const transportOf = (tissue: Tissue, p: Rates): Transport => {
  const diffusivities = Float64Array.from(moving, (s) => species[s].diffusivity?.(p) ?? 0);
  const [radial, depth] = [radialEdges(tissue), depthEdges(tissue)];
  const steps = [
    spread(radial, diffusivities),
    spread(depth, diffusivities),
    drift(radial, tissue.places, p),
  ];
  return {
    add: (y, out) => {
      for (const step of steps) step(y, out);
    },
    radial,
    depth,
    diffusivities,
  };
};
