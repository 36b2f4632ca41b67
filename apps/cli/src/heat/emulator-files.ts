import { existsSync } from 'node:fs';
import { readEmulator, type TrainedEmulator } from '@percuta/engine';
import { readSheet } from '../input.ts';
import { readJson } from '../read-json.ts';

/** Where the emulator of a sheet lies: beside it. */
export const emulatorFileOf = (sheetFile: string): string =>
  `${sheetFile.replace(/\.json$/, '')}.emulator.json`;

/** An emulator as it lies on disk, and as a plan uses it. */
export interface FoundEmulator {
  readonly document: unknown;
  readonly trained: TrainedEmulator;
}

/** Emulators beside the sheets of devices with radio frequency. Throws BadInput where one is stale. */
export const emulatorsBeside = (sheetFiles: readonly string[]): FoundEmulator[] =>
  sheetFiles.flatMap((file) => {
    const beside = emulatorFileOf(file);
    if (!existsSync(beside)) return [];
    const sheet = readSheet(readJson(file));
    if (sheet.class !== 'rf') return [];
    const document = readJson(beside);
    return [{ document, trained: readEmulator(document, sheet) }];
  });
