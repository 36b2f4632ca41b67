import { BadInput } from '../../error.ts';
import type { Tissue } from '../geometry/tissue.ts';

/**
 * Damage integrals around one needle, on rings and layers: index = ring + rings × layer. Zeros mean no heat. Lengths
 * in m; depths below the epidermis.
 */
export interface ThermalInjury {
  readonly radialEdges: Float64Array;
  readonly depthEdges: Float64Array;
  /** Ω of collagen: 1 − exp(−Ω) of it is coagulated. */
  readonly collagen: Float64Array;
  /** Ω of cells: 1 − exp(−Ω) of them die. */
  readonly cell: Float64Array;
}

/** No energy: the identity, on the grid of the tissue. */
export const noThermalInjury = (tissue: Tissue): ThermalInjury => ({
  radialEdges: tissue.radial.edges,
  depthEdges: tissue.depths,
  collagen: new Float64Array(tissue.places),
  cell: new Float64Array(tissue.places),
});

const sameEdges = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((edge, i) => Math.abs(edge - b[i]) <= 1e-9 * (b.at(-1) ?? 1));

const gridText = ({ radialEdges, depthEdges }: Pick<ThermalInjury, 'radialEdges' | 'depthEdges'>): string =>
  `${radialEdges.length - 1} rings to ${((radialEdges.at(-1) ?? 0) * 1000).toPrecision(6)} mm and ` +
  `${depthEdges.length - 1} layers to ${((depthEdges.at(-1) ?? 0) * 1000).toPrecision(6)} mm`;

/** Throws BadInput unless the damage stands on the grid of the tissue and is finite and not negative. */
export const checkThermalInjury = (thermal: ThermalInjury, tissue: Tissue): void => {
  const own = { radialEdges: tissue.radial.edges, depthEdges: tissue.depths };
  const isOnGrid =
    sameEdges(thermal.radialEdges, own.radialEdges) &&
    sameEdges(thermal.depthEdges, own.depthEdges) &&
    thermal.collagen.length === tissue.places &&
    thermal.cell.length === tissue.places;
  if (!isOnGrid) {
    throw new BadInput([
      {
        path: 'thermal',
        given: gridText(thermal),
        problem: 'the damage fields stand on another grid than the healing',
        allowed: gridText(own),
        remedy: 'compute the damage on the edges that healingGrid gives',
      },
    ]);
  }
  const wrong = [...thermal.collagen, ...thermal.cell].find((omega) => !(omega >= 0));
  if (wrong !== undefined) {
    throw new BadInput([
      {
        path: 'thermal',
        given: String(wrong),
        problem: 'a damage integral is not a number from 0 up',
        allowed: 'from 0',
        remedy: 'pass the integrals of the heat stage unchanged',
      },
    ]);
  }
};
