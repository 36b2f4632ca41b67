import { comparePatterns, readEmulator, type TrainedEmulator } from '@percuta/engine';
import type { DeviceSheet } from '@percuta/evidence';

/** Emulators of the examples, read only where a sheet with radio frequency asks for them. */
const files = import.meta.glob<unknown>('../../../../examples/*/device*.emulator.json', {
  import: 'default',
});

const deviceOf = (document: unknown): unknown => Reflect.get(Object(document), 'device');

/** An emulator as it is written, and as a plan uses it. */
export interface FoundEmulator {
  readonly document: unknown;
  readonly trained: TrainedEmulator;
}

/** The emulators of each sheet among some documents, one for each way to spread a shot. Throws BadInput where one is stale. */
export const emulatorsAmong = (
  documents: readonly unknown[],
  sheets: readonly DeviceSheet[],
): readonly FoundEmulator[] =>
  sheets.flatMap((sheet) =>
    documents
      .filter((document) => deviceOf(document) === sheet.id)
      .map((document) => ({ document, trained: readEmulator(document, sheet) }))
      .sort((a, b) => comparePatterns(a.trained.pattern, b.trained.pattern)),
  );

/** Emulators that the site has for sheets of devices with radio frequency. Throws BadInput where one is stale. */
export const emulatorsOf = async (sheets: readonly DeviceSheet[]): Promise<readonly FoundEmulator[]> => {
  const heated = sheets.filter((sheet) => sheet.class === 'rf');
  if (heated.length === 0) return [];
  return emulatorsAmong(await Promise.all(Object.values(files).map((read) => read())), heated);
};
