import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  comparePatterns,
  isSinglePulse,
  readEmulator,
  type ShotPattern,
  type TrainedEmulator,
} from '@percuta/engine';
import { readSheet } from '../input.ts';
import { readJson } from '../read-json.ts';

const milli = (value: number, unit: string): string => `${Number((value * 1e3).toPrecision(6))}${unit}`;

/** What stands in the name of a file for the way a shot is spread: "3p50ms", "2st0.3mm150ms", nothing for one pulse. */
const patternName = ({ pulses, pause, stops, rise, retraction }: ShotPattern): string =>
  [
    ...(pulses === 1 ? [] : [`${pulses}p${milli(pause, 'ms')}`]),
    ...(stops === 0 ? [] : [`${stops}st${milli(rise, 'mm')}${milli(retraction, 'ms')}`]),
  ].join('-');

const stemOf = (sheetFile: string): string => sheetFile.replace(/\.json$/, '');
const ending = '.emulator.json';

/** Where an emulator of a sheet lies: beside it, one file for each way to spread a shot. */
export const emulatorFileOf = (sheetFile: string, pattern: ShotPattern): string =>
  `${stemOf(sheetFile)}${isSinglePulse(pattern) ? '' : `.${patternName(pattern)}`}${ending}`;

const filesBeside = (sheetFile: string): string[] => {
  const [folder, stem] = [dirname(sheetFile), basename(stemOf(sheetFile))];
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}.`) && name.endsWith(ending))
    .map((name) => join(folder, name));
};

/** An emulator as it lies on disk, and as a plan uses it. */
export interface FoundEmulator {
  readonly document: unknown;
  readonly trained: TrainedEmulator;
}

/** Emulators beside the sheets of devices with radio frequency. Throws BadInput where one is stale. */
export const emulatorsBeside = (sheetFiles: readonly string[]): FoundEmulator[] =>
  sheetFiles.flatMap((file) => {
    const beside = filesBeside(file);
    if (beside.length === 0) return [];
    const sheet = readSheet(readJson(file));
    if (sheet.class !== 'rf') return [];
    return beside
      .map((each) => {
        const document = readJson(each);
        return { document, trained: readEmulator(document, sheet) };
      })
      .sort((a, b) => comparePatterns(a.trained.pattern, b.trained.pattern));
  });
