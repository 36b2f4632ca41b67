import { SolverFailed, type Matrix } from '@percuta/numerics';
import { OutsideModel } from '../../error.ts';
import type { Limits } from './generator.ts';

/** What one channel that is on is asked for. */
export interface Demand {
  readonly name: string;
  readonly kind: 'voltage' | 'current' | 'power';
  /** V, A or W. */
  readonly value: number;
  readonly limits: Limits;
}

/** What a channel does, at its terminals: series resistance included. V and A rms, W. */
export interface OperatingPoint {
  readonly voltage: number;
  readonly current: number;
  readonly power: number;
  /** The limit that holds the output back. */
  readonly limitedBy: 'voltage' | 'current' | 'power' | undefined;
}

/**
 * Voltage beyond which the model says nothing: insulation and air would break down, and arcs are not modelled.
 * V rms.
 */
export const highestVoltage = 1e4;

const mostSweeps = 1000;
const tolerance = 1e-13;

/**
 * Currents at which every channel meets its demand or a limit, equation (heat.15): one channel after the other
 * is set for the voltage that the others put on it, until none moves. `impedance` (ohm) is of the channels that
 * are on, their series resistances on its diagonal. Throws OutsideModel for a demand that no voltage can meet.
 */
export const operatingPoints = (impedance: Matrix, demands: readonly Demand[]): OperatingPoint[] => {
  const currents = demands.map(() => 0);
  const points = (): OperatingPoint[] =>
    demands.map((demand, c) => pointAt(demand, impedance[c]?.[c] ?? NaN, induced(impedance, currents, c)));
  const residuals: number[] = [];
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    let moved = 0;
    demands.forEach((demand, c) => {
      const next = pointAt(demand, impedance[c]?.[c] ?? NaN, induced(impedance, currents, c)).current;
      moved = Math.max(
        moved,
        Math.abs(next - (currents[c] ?? 0)) / Math.max(Math.abs(next), Number.MIN_VALUE),
      );
      currents[c] = next;
    });
    residuals.push(moved);
    if (moved <= tolerance) return points().map((point, c) => assertDeliverable(point, demands[c]));
  }
  throw new SolverFailed('operatingPoints', 'not converged', residuals);
};

/** Voltage that the other currents put on a channel. */
const induced = (impedance: Matrix, currents: readonly number[], c: number): number =>
  currents.reduce((total, current, d) => total + (d === c ? 0 : (impedance[c]?.[d] ?? 0) * current), 0);

/** The demand of a channel of impedance z that others put the voltage e on, or the limit below it. */
const pointAt = (demand: Demand, z: number, e: number): OperatingPoint => {
  const asked = currentFor(demand.kind, demand.value, z, e);
  const caps = (['voltage', 'current', 'power'] as const)
    .filter((kind) => Number.isFinite(demand.limits[kind]))
    .map((kind) => ({ kind, current: currentFor(kind, demand.limits[kind], z, e) }))
    .sort((a, b) => a.current - b.current);
  const [lowest] = caps;
  const isLimited = lowest !== undefined && lowest.current < asked;
  const current = isLimited ? lowest.current : asked;
  const voltage = z * current + e;
  return { voltage, current, power: voltage * current, limitedBy: isLimited ? lowest.kind : undefined };
};

/** Current at which a channel has this voltage, current or power: V = z I + e, P = V I. */
const currentFor = (kind: Demand['kind'], value: number, z: number, e: number): number => {
  if (kind === 'current') return value;
  if (kind === 'voltage') return (value - e) / z;
  // z I² + e I = P, the root that is 0 without power; written so that nothing cancels for e > 0.
  const root = Math.sqrt(e * e + 4 * z * value);
  return e > 0 ? (2 * value) / (root + e) : (root - e) / (2 * z);
};

const assertDeliverable = (point: OperatingPoint, demand: Demand | undefined): OperatingPoint => {
  if (Number.isFinite(point.voltage) && Math.abs(point.voltage) <= highestVoltage) return point;
  const { name = 'a channel', kind = 'power', value = NaN } = demand ?? {};
  const unit = { voltage: 'V', current: 'A', power: 'W' }[kind];
  throw new OutsideModel(
    `${name}: ${value} ${unit} would take ${Math.round(point.voltage)} V, which no generator of this model delivers`,
    `allowed: at most ${highestVoltage} V; ask for less, or give the channel a voltage limit that it may run into`,
  );
};
