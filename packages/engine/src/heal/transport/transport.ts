import { log1p, type Kernels } from '@percuta/numerics';
import type { Tissue } from '../geometry/tissue.ts';
import { healKernelsOf } from '../kernels/heal-kernels.ts';
import type { Rates } from '../rates.ts';
import { indexOf, moving, species } from '../species/species-list.ts';
import { depthEdges, radialEdges, type Edge } from './diffuse.ts';
import type { FieldRows } from './field-rows.ts';

const fibroblast = indexOf['F'];
const platelet = indexOf['P'];

/** What passes between places. */
interface Edges {
  readonly radial: readonly Edge[];
  readonly depth: readonly Edge[];
  /** Diffusivity of each moving species, in the order of `moving`, m²/s. */
  readonly diffusivities: Float64Array;
}

/** How the moving species get from place to place. */
export interface Transport extends Edges {
  /** Adds diffusion and chemotaxis of the states in `y` to their rates. */
  readonly addTo: (y: FieldRows, rates: FieldRows) => void;
}

/** (heal.3) What fibroblasts climb, by the platelet signal of a place. */
const attraction = (signal: number, p: Pick<Rates, 'P_chem'>): number =>
  log1p(Math.max(signal, 0) / p.P_chem);

/** (heal.3) The gradient that fibroblasts follow between two places, m²/s. */
export const pull = (here: number, there: number, p: Pick<Rates, 'chi_F' | 'P_chem'>): number =>
  p.chi_F * (attraction(there, p) - attraction(here, p));

/** What the kernels take for the edges of one axis: by place, towards the next neighbour and from the one before. */
const sharesOf = (edges: readonly Edge[], lead: number, kernels: Kernels) => {
  const [give, take] = [kernels.doubles(lead), kernels.doubles(lead)];
  for (const { from, to, giving, taking } of edges) {
    give.data[from] = giving;
    take.data[to] = taking;
  }
  return { give: give.offset, take: take.offset };
};

/** Adds diffusion and drift to rows of rates. Allocates on the memory of the kernels. */
const createMotion = (tissue: Tissue, p: Rates, transport: Edges, kernels: Kernels) => {
  const run = healKernelsOf(kernels);
  const lead = Math.ceil(tissue.places / 4) * 4;
  const { count } = tissue.radial;
  const axes = [
    { ...sharesOf(transport.radial, lead, kernels), stride: 1, edges: transport.radial },
    { ...sharesOf(transport.depth, lead, kernels), stride: count, edges: transport.depth },
  ].filter(({ edges }) => edges.length > 0);
  const climbed = kernels.doubles(3 * lead);
  const attractions = climbed.offset + 8 * lead;
  const [across] = axes;
  return (y: FieldRows, out: FieldRows): void => {
    moving.forEach((state, m) => {
      for (const { give, take, stride } of axes) {
        run.spread(out.row(state), y.row(state), give, take, transport.diffusivities[m], stride, lead);
      }
    });
    if (across === undefined || transport.radial.length === 0) return;
    const signals = y.values(platelet);
    for (let place = 0; place < tissue.places; place += 1) {
      climbed.data[lead + place] = attraction(signals[place], p);
    }
    const { give, take } = across;
    run.drift(out.row(fibroblast), y.row(fibroblast), attractions, give, take, p.chi_F, lead);
  };
};

export const transportOf = (tissue: Tissue, p: Rates, kernels: Kernels): Transport => {
  const edges = {
    radial: radialEdges(tissue),
    depth: depthEdges(tissue),
    diffusivities: Float64Array.from(moving, (s) => species[s].diffusivity?.(p) ?? 0),
  };
  return { ...edges, addTo: createMotion(tissue, p, edges, kernels) };
};
