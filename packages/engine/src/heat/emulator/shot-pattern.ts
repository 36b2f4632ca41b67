import { asOnDial, type RfSettings } from '../../case/rf-settings.ts';
import { shown } from '../../wire.ts';

/** How the energy of a shot is spread over time and depth, whatever its dose. SI. */
export interface ShotPattern {
  /** At each depth. */
  readonly pulses: number;
  /** Between two pulses, s; 0 for a single one. */
  readonly pause: number;
  /** Shallower depths at which the same energy follows in the same holes. */
  readonly stops: number;
  /** From each depth to the next, m; 0 without stops. */
  readonly rise: number;
  /** From the last pulse at one depth to the first at the next, s; 0 without stops. */
  readonly retraction: number;
}

/** One pulse at one depth. */
export const singlePulse: ShotPattern = { pulses: 1, pause: 0, stops: 0, rise: 0, retraction: 0 };

/** True for one pulse at one depth. */
export const isSinglePulse = ({ pulses, stops }: ShotPattern): boolean => pulses === 1 && stops === 0;

const inOrder = ['stops', 'pulses', 'pause', 'rise', 'retraction'] as const;

/** Order in which plans try patterns, wherever they come from: one pulse at one depth first. */
export const comparePatterns = (a: ShotPattern, b: ShotPattern): number =>
  inOrder.reduce((found, name) => found || a[name] - b[name], 0);

/** "single pulses", "3 pulses 50 ms apart at 2 depths, 0.4 mm and 150 ms apart". */
export const patternText = ({ pulses, pause, stops, rise, retraction }: ShotPattern): string =>
  [
    pulses === 1 ? 'single pulses' : `${pulses} pulses ${shown(pause, 'ms')} apart`,
    ...(stops === 0
      ? []
      : [`at ${stops + 1} depths, ${shown(rise, 'mm')} and ${shown(retraction, 'ms')} apart`]),
  ].join(' ');

/** What `percuta train SHEET` is told for a pattern; nothing for one pulse at one depth. */
export const trainingFlags = ({ pulses, pause, stops, rise, retraction }: ShotPattern): string =>
  [
    ...(pulses === 1 ? [] : [` --pulses ${pulses} --pause "${shown(pause, 'ms')}"`]),
    ...(stops === 0
      ? []
      : [` --stops ${stops} --rise "${shown(rise, 'mm')}" --retraction "${shown(retraction, 'ms')}"`]),
  ].join('');

/** From the deepest to the shallowest depth of the tips, m. */
export const riseInAll = ({ stops, rise }: ShotPattern): number => stops * rise;

/** What is set for a pattern whose first depth (m) is given, beside dose and pulse. */
export const settingsOfPattern = (
  { pulses, pause, stops, rise, retraction }: ShotPattern,
  depth: number,
): Pick<RfSettings, 'pulses' | 'pause' | 'stops' | 'retraction'> => ({
  pulses,
  ...(pulses > 1 ? { pause } : {}),
  ...(stops > 0
    ? {
        stops: Array.from({ length: stops }, (_, n) => ({ depth: asOnDial(depth - (n + 1) * rise) })),
        retraction,
      }
    : {}),
});

/** Settings that come from text are the same up to this share. */
const rounding = 1e-9;

const near = (a: number, b: number): boolean => Math.abs(a - b) <= rounding * Math.max(1, Math.abs(b));

/** True where settings of energy with their first depth at `depth` (m) are spread as the pattern says. */
export const hasPattern = (pattern: ShotPattern, rf: RfSettings, depth: number): boolean => {
  const { stops = [], pause = 0, retraction = 0 } = rf;
  const wanted = settingsOfPattern(pattern, depth).stops ?? [];
  return (
    rf.pulses === pattern.pulses &&
    near(rf.pulses > 1 ? pause : 0, pattern.pause) &&
    near(stops.length > 0 ? retraction : 0, pattern.retraction) &&
    stops.length === wanted.length &&
    stops.every((stop, n) => near(stop.depth, wanted[n]?.depth ?? Number.NaN) && isAlike(stop, rf))
  );
};

/** True where a stop sets nothing that the first depth does not. */
const isAlike = (
  { energy_per_needle, power, voltage, level, pulse }: NonNullable<RfSettings['stops']>[number],
  first: RfSettings,
): boolean =>
  [
    [energy_per_needle, first.energy_per_needle],
    [power, first.power],
    [voltage, first.voltage],
    [level, first.level],
    [pulse, first.pulse],
  ].every(([own, other]) => own === undefined || own === other);
