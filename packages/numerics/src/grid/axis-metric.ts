import { log } from '../math/exponential/log.ts';

/** The way from the centre of a cell to its two faces, per unit of what the other axes contribute. */
export interface Cell {
  /** ∫ ds / area from the centre to the lower and to the upper face; infinite towards a face without area. */
  readonly low: number;
  readonly high: number;
  readonly lowArea: number;
  readonly highArea: number;
  readonly volume: number;
}

/**
 * One axis of a mesh. Areas and volumes are products of one factor for each axis: a face across this axis has the
 * area here times the `across` of the others.
 */
export interface AxisMetric {
  readonly edges: readonly number[];
  readonly cells: readonly Cell[];
  readonly across: readonly number[];
}

const PI = 3.141592653589793;

function checkEdges(edges: readonly number[], name: string, least: number): void {
  const rises = edges.every(
    (edge, i) => Number.isFinite(edge) && (i === 0 ? edge >= least : edge > edges[i - 1]),
  );
  if (edges.length >= 2 && rises) return;
  throw new RangeError(
    `the edges of ${name} must be two or more that rise${least === 0 ? ' from 0 or above' : ''}: ` +
      edges.slice(0, 6).join(', '),
  );
}

/** Lengths along a straight axis. */
export function straight(edges: readonly number[], name: string): AxisMetric {
  checkEdges(edges, name, -Infinity);
  const widths = edges.slice(1).map((edge, i) => edge - edges[i]);
  const cells = widths.map((d) => ({ low: d / 2, high: d / 2, lowArea: 1, highArea: 1, volume: d }));
  return { edges, cells, across: widths };
}

/** Full rings about an axis: ∫ dr / (2 π r). Centres lie in the middle between the edges. */
export function rings(edges: readonly number[]): AxisMetric {
  checkEdges(edges, 'r', 0);
  const areas = edges.slice(1).map((edge, i) => PI * (edge - edges[i]) * (edge + edges[i]));
  const cells = areas.map((volume, i) => {
    const [inner, outer] = [edges[i], edges[i + 1]];
    const middle = (inner + outer) / 2;
    return {
      low: inner > 0 ? log(middle / inner) / (2 * PI) : Infinity,
      high: log(outer / middle) / (2 * PI),
      lowArea: 2 * PI * inner,
      highArea: 2 * PI * outer,
      volume,
    };
  });
  return { edges, cells, across: areas };
}

/** Full shells about a point: ∫ dr / (4 π r²). */
export function shells(edges: readonly number[]): AxisMetric {
  checkEdges(edges, 'r', 0);
  const cells = edges.slice(1).map((outer, i) => {
    const inner = edges[i];
    const middle = (inner + outer) / 2;
    return {
      low: inner > 0 ? (1 / inner - 1 / middle) / (4 * PI) : Infinity,
      high: (1 / middle - 1 / outer) / (4 * PI),
      lowArea: 4 * PI * inner * inner,
      highArea: 4 * PI * outer * outer,
      volume: (4 / 3) * PI * (outer - inner) * (outer * outer + outer * inner + inner * inner),
    };
  });
  return { edges, cells, across: cells.map(() => 1) };
}
