import type { DeviceSheet } from '@percuta/evidence';
import { caseOfZone, settingsOf, type Protocol, type Settings, type Zone } from './case/protocol.ts';
import type { Case } from './case/case.ts';
import { centralDraw, heatValues, jointOverrides, type Draw } from './ensemble.ts';
import { energyOf, type Energy } from './heat/array/shot.ts';
import { heatSkin, type SkinHeating } from './heat/heat-skin.ts';
import type { TreatedZone } from './heal/heal-zone.ts';
import { thermalInjuryOf } from './heal/injury/thermal-injury-of.ts';
import { checkSettings } from './puncture/device.ts';
import { countPunctures, insertNeedles, type Punctures } from './puncture/puncture.ts';
import type { Run } from './run.ts';
import { buildSkin, knowSkin, type Skin, type SkinKnowledge } from './skin/skin.ts';

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

/** What the zone brings to its healing; heat of the middle needle stands for every needle. */
export const woundOf = (
  { given, skin, punctures, draw, heating }: WoundedZone,
  sheet: DeviceSheet,
  { sessions }: Protocol,
): TreatedZone => ({
  sheet,
  given,
  skin,
  punctures,
  puncture: draw.puncture,
  sessions,
  ...(heating.kind === 'heated' ? { thermal: (tissue) => thermalInjuryOf(heating, tissue) } : {}),
});
