import { sheetFiles } from '../../data/devices/sheet-files.ts';
import { catalogue } from '../catalogue.ts';
import { deviceIds, type DeviceId } from './device-ids.ts';
import { readDeviceSheet, type DeviceSheet } from './device-sheet.ts';

const sheets = catalogue(deviceIds, sheetFiles, readDeviceSheet);

export function deviceSheets(): readonly DeviceSheet[] {
  return sheets.all();
}

export function deviceSheet(id: DeviceId): DeviceSheet {
  return sheets.get(id);
}

/** The sheet as its file has it: a start for a sheet of one's own. */
export function deviceDocument(id: DeviceId): unknown {
  return sheets.document(id);
}

export function isDeviceId(text: string): text is DeviceId {
  return deviceIds.some((id) => id === text);
}
