import { sampleValue, type DeviceSheet } from '@percuta/evidence';
import type { Band } from '../../band.ts';
import { centralDraw, jointOverrides, type Draw, type Overrides } from '../../ensemble.ts';
import { deviceParameters } from '../../puncture/device-parameters.ts';
import type { Margin } from '../../safety/envelope.ts';
import { safetyParameters } from '../../safety/parameters.ts';
import { buildSkin, knowSkin } from '../../skin/skin.ts';
import type { Candidate } from '../plan.ts';
import type { Setting } from '../situation.ts';
import { sessionOutcome, strokeOutcome } from '../stroke-outcome.ts';
import { heatOf, judgedBy, tracksOf } from './judge-course.ts';

export const scenarioNames = [
  'a slow, heavy hand',
  'a fast hand',
  'the dial at its deep edge',
  'the dial at its shallow edge',
  'thin skin',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** A course where one thing is not as planned; `depth` is how deep the tips come then, m. */
export interface Scenario {
  readonly name: ScenarioName;
  /** Limits that go by draws, with their values then; the mean is told, since the case is a supposition. */
  readonly margins: readonly Margin[];
  /** False where nothing says what heat would do then: its limits are left out. */
  readonly isHeatJudged: boolean;
  /** Of them the one of which most is used. */
  readonly worst: Margin | undefined;
  /** Share of that bound that the mean uses; above 1 where it would be broken. */
  readonly used: number;
  readonly depth: Band;
  /** Holes per area that reach the target over the course, 1/m2: median. */
  readonly dose: number;
}

/** Points of a spread at which one thing stands for a rare but not an extreme case. */
const [rare, often] = [0.05, 0.95];

interface Supposition {
  readonly draws: readonly Draw[];
  /** How much deeper the needle stands than it is set, m. */
  readonly off: number;
}

const toleranceOf = (sheet: DeviceSheet): number =>
  sheet.dial_tolerance?.value ?? sampleValue(safetyParameters.dialTolerance, often);

/** Values a run has set by hand stay as they are. */
const suppose = (setting: Setting, name: ScenarioName): Supposition => {
  const { draws, columns } = setting.ensemble;
  const fix = (column: string, value: number, own: number): number => (columns.has(column) ? value : own);
  const hand = (share: number) => (draw: Draw) =>
    fix('device.handFactor', sampleValue(deviceParameters.handFactor, share), draw.device.handFactor);
  switch (name) {
    case 'a slow, heavy hand': {
      const press = sampleValue(safetyParameters.compression, often);
      return {
        off: 0,
        draws: draws.map((draw) => ({
          ...draw,
          device: { ...draw.device, handFactor: hand(rare)(draw) },
          safety: { ...draw.safety, compression: fix('safety.compression', press, draw.safety.compression) },
        })),
      };
    }
    case 'a fast hand':
      return {
        off: 0,
        draws: draws.map((draw) => ({
          ...draw,
          device: { ...draw.device, handFactor: hand(often)(draw) },
        })),
      };
    case 'thin skin':
      return {
        off: 0,
        draws: draws.map((draw) => ({ ...draw, ranks: { ...draw.ranks, epidermis: rare, dermis: rare } })),
      };
    default: {
      const tolerance = toleranceOf(setting.sheet);
      const safety = (draw: Draw) => ({ ...draw.safety, dialTolerance: tolerance });
      return name === 'the dial at its deep edge'
        ? { off: tolerance, draws: draws.map((draw) => ({ ...draw, safety: safety(draw) })) }
        : { off: -tolerance, draws };
    }
  }
};

/** A needle that is set to nothing stays outside. */
const leastDepth = 1e-6;

const usedOf = ({ value, bound, direction }: Margin): number =>
  direction === 'at most' ? value / bound : bound / value;

/**
 * One course under one supposition: the limits that go by draws and what the course still does. The tracks of the
 * envelope carry the tolerance of the dial already; what the needle reaches stands that much deeper or shallower.
 */
export const scenarioOf = (
  setting: Setting,
  { settings, course }: Pick<Candidate, 'settings' | 'course'>,
  name: ScenarioName,
  overrides: Overrides,
): Scenario => {
  const { given, site, sheet, ensemble, target } = setting;
  const { draws, off } = suppose(setting, name);
  const known = knowSkin(given, centralDraw(jointOverrides(overrides)).skin);
  const skins =
    name === 'thin skin' ? draws.map((draw) => buildSkin(known, draw.ranks, draw.skin)) : setting.skins;
  const tracks = tracksOf(sheet, settings, { draws, skins });
  const set = { ...settings, depth: Math.max(leastDepth, settings.depth + off) };
  const stroke = strokeOutcome(sheet, set, skins, { ...ensemble, draws }, target);
  const heatChances = heatOf({ ...setting, skins }, settings, {
    insertionDepths: stroke.insertionDepths,
    tracks,
  });
  const judged = judgedBy(setting, { given, site, sheet, settings, course, tracks, heatChances });
  const margins = judged.margins.filter(({ upper }) => upper !== undefined);
  const worst = margins.toSorted((a, b) => usedOf(b) - usedOf(a))[0];
  return {
    name,
    margins,
    isHeatJudged: judged.isHeatJudged,
    worst,
    used: worst === undefined ? 0 : usedOf(worst),
    depth: stroke.depth,
    dose: sessionOutcome(stroke, settings.passes).targetHoles.median * course.sessions,
  };
};

/** The scenario that uses most of a limit. */
export const worstScenario = (scenarios: readonly Scenario[]): Scenario | undefined =>
  scenarios.toSorted((a, b) => b.used - a.used)[0];
