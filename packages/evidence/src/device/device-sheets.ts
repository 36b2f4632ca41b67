import { sheetFiles } from '../../data/devices/sheet-files.ts';
import { catalogue } from '../catalogue.ts';
import { deviceIds, type DeviceId } from './device-ids.ts';
import { readDeviceSheet, type DeviceSheet } from './device-sheet.ts';

const sheets = catalogue(deviceIds, sheetFiles, readDeviceSheet);

/** Every device of the catalogue, quantities in SI. */
export function deviceSheets(): readonly DeviceSheet[] {
  return sheets.all();
}

/**
 * A device of the catalogue: depths (m), needles, tip, dial tolerance, energy where it has any; each value says
 * how it was read.
 */
export function deviceSheet(id: DeviceId): DeviceSheet {
  return sheets.get(id);
}

/** The sheet as its file has it: a start for a sheet of one's own. */
export function deviceDocument(id: DeviceId): unknown {
  return sheets.document(id);
}

/** Whether a text names a device of the catalogue. */
export function isDeviceId(text: string): text is DeviceId {
  return deviceIds.some((id) => id === text);
}
