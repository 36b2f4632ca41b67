import { thicknessOf, type Tissue } from '../geometry/tissue.ts';

/** Two neighbouring places and what passes between them for a diffusivity of 1, per content of each; 1/m². */
export interface Edge {
  readonly from: number;
  readonly to: number;
  /** Conductance over the content of `from`, and over that of `to`. */
  readonly giving: number;
  readonly taking: number;
}

/** (heal.2) Edges in r: D G_k (c_{k+1} − c_k), divided by the ring's area. */
export const radialEdges = ({ radial, layers }: Tissue): Edge[] => {
  const { count, areas, conductances } = radial;
  return Array.from({ length: layers }, (_, layer) =>
    Array.from(conductances, (conductance, k) => ({
      from: layer * count + k,
      to: layer * count + k + 1,
      giving: conductance / areas[k],
      taking: conductance / areas[k + 1],
    })),
  ).flat();
};

/** (heal.2) Edges in z between the middles of layers, closed above and below. */
export const depthEdges = (tissue: Tissue): Edge[] => {
  const { count } = tissue.radial;
  return Array.from({ length: tissue.layers - 1 }, (_, layer) => {
    const [above, below] = [thicknessOf(tissue, layer), thicknessOf(tissue, layer + 1)];
    const conductance = 2 / (above + below);
    return Array.from({ length: count }, (__, k) => ({
      from: layer * count + k,
      to: (layer + 1) * count + k,
      giving: conductance / above,
      taking: conductance / below,
    }));
  }).flat();
};
