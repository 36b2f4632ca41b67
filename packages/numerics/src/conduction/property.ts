import type { Kernels } from '../kernels/kernels.ts';
import type { CellField, Layout } from './cell-field.ts';
import type { HeatFlow } from './heat-flow.ts';

/** A stretch of a law: slope (T - origin) with T held between low and high; all rises in K. */
export interface Segment {
  readonly low: number;
  readonly high: number;
  readonly origin: number;
  readonly slope: number;
}

/**
 * The law of a property in the planes from ≤ k < to, which are of one material: (base + its segments) times 1 - loss ×
 * the share of the plateau that is done, and times 1 + rise (1 - exp(-dose)) where there is a dose.
 */
export interface PlaneLaw {
  readonly from: number;
  readonly to: number;
  readonly base: number;
  readonly segments: readonly Segment[];
  readonly loss: number;
  readonly lasting: { readonly rise: number; readonly dose: CellField } | undefined;
}

/** How far on from the enthalpy of a heat flow: by a share of a change. */
export interface Ahead {
  readonly change: CellField;
  readonly share: number;
}

/** Numbers of a segment in memory. */
const NUMBERS = 4;

/** Evaluates laws plane by plane. */
export function createProperty(
  kernels: Kernels,
  { plane, nz }: Layout,
): (flow: HeatFlow, laws: readonly PlaneLaw[], ahead: Ahead, out: CellField) => void {
  const run = kernels.runOver(plane * nz);
  const tables = new Map<readonly Segment[], number>();
  const tableOf = (segments: readonly Segment[]): number => {
    const known = tables.get(segments);
    if (known !== undefined) return known;
    const table = kernels.doubles(Math.max(1, NUMBERS * segments.length));
    table.data.set(segments.flatMap(({ low, high, origin, slope }) => [low, high, origin, slope]));
    tables.set(segments, table.offset);
    return table.offset;
  };
  return (flow, laws, { change, share }, out) => {
    for (const { from, to, base, segments, loss, lasting } of laws) {
      const [enthalpy, latent, boiling] = [flow.enthalpy.offset, flow.latent.offset, flow.boiling.offset];
      const table = tableOf(segments);
      run.propertyOf(
        enthalpy,
        change.offset,
        share,
        latent,
        boiling,
        table,
        segments.length,
        base,
        loss,
        out.offset,
        plane,
        from,
        to,
      );
      if (lasting !== undefined)
        run.raiseByDose(out.offset, lasting.dose.offset, lasting.rise, plane, from, to);
    }
  };
}
