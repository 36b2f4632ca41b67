import type { DeviceSheet } from '@percuta/evidence';
import type { Protocol, Zone } from './case/protocol.ts';
import { healValues } from './ensemble.ts';
import { healEnsemble, type HealEnsemble } from './heal/ensemble/heal-ensemble.ts';
import { asked, healZone, placeOfCase, followed, type ZoneHealing } from './heal/heal-zone.ts';
import type { HealValues } from './heal/heal-stage.ts';
import { zoneInput } from './heal/zone-input.ts';
import type { Run } from './run.ts';
import { treatZone, woundOf } from './treat-zone.ts';

/** Healing of one zone, with its ensemble where one was asked for and the zone can be healed. */
export interface HealedZone {
  readonly name: string;
  /** With the whole field at every time. */
  readonly central: ZoneHealing;
  readonly ensemble: HealEnsemble | undefined;
}

/** Parameters that a run sets by hand, which no draw changes; those of the mesh are never drawn. */
const setByHand = (run: Run): Partial<HealValues> => {
  const values = healValues(run.overrides);
  const names = Object.keys(run.overrides).map((name) => name.replace(/^heal\./, ''));
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
};

const healOne = (
  protocol: Protocol,
  zone: Zone,
  sheet: DeviceSheet,
  { run, draws }: { readonly run: Run; readonly draws: number },
): HealedZone => {
  const treatment = treatZone(protocol, zone, sheet, run);
  const { given } = treatment;
  const wound = woundOf(treatment, sheet, protocol);
  const central = healZone(wound, healValues(run.overrides), {
    ...run,
    keepsFields: true,
  });
  const inputOf = (values: HealValues) =>
    zoneInput({ ...wound, followed, place: placeOfCase(given, values) }, values);
  const ensemble =
    draws === 0 || central.status !== 'healed'
      ? undefined
      : healEnsemble(inputOf, { ...run, count: draws, fixed: setByHand(run), times: asked });
  return { name: zone.name, central, ensemble };
};

/**
 * Heals every zone of a protocol at central values, and over `draws` of the constants of healing when more than 0; skin
 * and needles stay central. Throws OutsideModel for settings the device does not have, BadInput for overrides.
 */
export const simulateHealing = (
  protocol: Protocol,
  sheet: DeviceSheet,
  run: Run,
  draws: number,
): readonly HealedZone[] => protocol.zones.map((zone) => healOne(protocol, zone, sheet, { run, draws }));
