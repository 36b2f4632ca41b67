import { closest } from 'fastest-levenshtein';
import {
  deviceIds,
  deviceSheet,
  deviceSheetSchema,
  isDeviceId,
  isSiteId,
  site,
  siteIds,
  type DeviceSheet,
  type Site,
} from '@percuta/evidence';
import { BadInput } from '../error.ts';
import type { Case } from './case.ts';
import { readDocument } from './document.ts';

const unknown = (
  path: string,
  given: string,
  what: string,
  command: string,
  ids: readonly string[],
): BadInput =>
  new BadInput([
    {
      path,
      given,
      problem: `is not a ${what}`,
      allowed: `an id that \`percuta ${command}\` lists`,
      remedy: `did you mean "${closest(given, [...ids])}"?`,
    },
  ]);

/** A sheet of the catalogue; throws BadInput with the nearest id. `path` says where the id stands. */
export const catalogueSheet = (id: string, path: string): DeviceSheet => {
  if (isDeviceId(id)) return deviceSheet(id);
  throw unknown(path, id, 'device of the catalogue', 'devices', deviceIds);
};

/** The catalogue's sheets of every device of a case; throws BadInput for an unknown id. */
export const catalogueSheets = (given: Case): DeviceSheet[] =>
  given.devices.map((id, i) => catalogueSheet(id, `devices[${i}]`));

/** Every sheet a case names: its own, then those of the catalogue; throws BadInput with every problem of one. */
export const sheetsOfCase = (given: Case): DeviceSheet[] => [
  ...(given.sheets ?? []).map((sheet) => readDocument(deviceSheetSchema, sheet)),
  ...catalogueSheets(given),
];

/** A site of the atlas; throws BadInput with the nearest id. */
export const catalogueSite = (id: string, path: string): Site => {
  if (isSiteId(id)) return site(id);
  throw unknown(path, id, 'site of the atlas', 'sites', siteIds);
};
