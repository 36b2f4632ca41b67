import type { DeviceSheet } from '@percuta/evidence';
import { caseOfZone, settingsOf, type Protocol, type Settings, type Zone } from './case/protocol.ts';
import type { Case } from './case/case.ts';
import { centralDraw, heatValues, jointOverrides, type Draw } from './ensemble.ts';
import { energyOf, type Energy } from './heat/array/shot/shot.ts';
import { heatSkin, type SkinHeating } from './heat/heat-skin.ts';
import type { ArrayHeating } from './heat/array/array-heating.ts';
import type { Tissue } from './heal/geometry/tissue.ts';
import type { TreatedZone } from './heal/heal-zone.ts';
import type { ThermalInjury } from './heal/injury/thermal-injury.ts';
import { thermalInjuryOf } from './heal/injury/thermal-injury-of.ts';
import { checkSettings } from './puncture/device.ts';
import { countPunctures, insertNeedles, type Punctures } from './puncture/puncture.ts';
import { tell, type Run } from './run.ts';
import { buildSkin, knowSkin, type Skin, type SkinKnowledge } from './skin/skin.ts';

type Told = Pick<Run, 'signal' | 'progress'>;

/** A zone up to its heat, everything at its central value. */
export interface ZoneTreatment {
  readonly given: Case;
  readonly settings: Settings;
  /** Undefined for needles alone. */
  readonly energy: Energy | undefined;
  readonly draw: Draw;
  readonly known: SkinKnowledge;
  readonly skin: Skin;
  readonly punctures: Punctures;
  readonly heating: SkinHeating;
}

/** Throws OutsideModel for settings the device does not have, BadInput for overrides. */
export const treatZone = (protocol: Protocol, zone: Zone, sheet: DeviceSheet, run: Run): ZoneTreatment => {
  const given = caseOfZone(protocol, zone);
  const settings = settingsOf(protocol, zone);
  checkSettings(sheet, settings);
  const energy = energyOf(sheet, settings);
  const draw = centralDraw(jointOverrides(run.overrides));
  const known = knowSkin(given, draw.skin);
  const skin = buildSkin(known, draw.ranks, draw.skin);
  const punctures = countPunctures(insertNeedles(sheet, settings, skin, draw), settings.passes, skin, draw);
  const depth = punctures.insertionDepth;
  const heating = heatSkin({ energy, skin, depth, values: heatValues(run.overrides) }, run);
  return { given, settings, energy, draw, known, skin, punctures, heating };
};

/** What healing reads of it: plain data. */
export interface WoundedZone extends Pick<ZoneTreatment, 'given' | 'skin' | 'punctures' | 'heating'> {
  readonly draw: Pick<Draw, 'puncture'>;
}

const sameEdges = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((edge, i) => edge === b[i]);

/** Injury on the cells of a tissue, worked out anew only where those are others than before. */
const injuryBy = (heating: ArrayHeating, run: Told) => {
  let last: ThermalInjury | undefined;
  const tick = (): void => tell(run, 0, 1, 'injury by heat');
  return (tissue: Tissue): ThermalInjury => {
    const isSame =
      last !== undefined &&
      sameEdges(last.radialEdges, tissue.radial.edges) &&
      sameEdges(last.depthEdges, tissue.depths);
    if (last === undefined || !isSame) last = thermalInjuryOf(heating, tissue, tick);
    return last;
  };
};

/** What the zone brings to its healing; heat of the middle needle stands for every needle. */
export const woundOf = (
  { given, skin, punctures, draw, heating }: WoundedZone,
  sheet: DeviceSheet,
  { sessions }: Protocol,
  run: Told = {},
): TreatedZone => ({
  sheet,
  given,
  skin,
  punctures,
  puncture: draw.puncture,
  sessions,
  ...(heating.kind === 'heated' ? { thermal: injuryBy(heating, run) } : {}),
});
