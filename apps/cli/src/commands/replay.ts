import type { DeviceSheet } from '@percuta/evidence';
import {
  BadInput,
  catalogueSheet,
  checkFinalists,
  differences,
  manifestOfPlan,
  manifestOfSimulation,
  planCourse,
  readCase,
  readEmulator,
  readManifest,
  readProtocol,
  sheetsOfCase,
  simulate,
  type Manifest,
  type ReplayableManifest,
  type Run,
  type TrainedEmulator,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readSheet } from '../input.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print } from '../output.ts';
import { platform } from '../platform.ts';

const overridesOf = (manifest: ReplayableManifest): Record<string, string> =>
  Object.fromEntries(
    manifest.parameters.flatMap(({ name, overridden }) =>
      overridden === undefined ? [] : [[name, overridden]],
    ),
  );

/** An emulator with the sheet it names; a sheet that is not there is told as a stale one is. */
const emulatorAmong = (sheets: readonly DeviceSheet[], document: unknown): TrainedEmulator => {
  const device: unknown = Reflect.get(Object(document), 'device');
  const sheet = sheets.find(({ id }) => id === device) ?? sheets[0];
  if (sheet === undefined) {
    throw new BadInput([
      {
        path: 'inputs.emulators',
        given: String(device),
        problem: 'belongs to no sheet',
        remedy: 'plan again',
      },
    ]);
  }
  return readEmulator(document, sheet);
};

const again = (manifest: ReplayableManifest): Manifest => {
  const { inputs, seed, draws, ensemble = 0, finalists = 0 } = manifest;
  const run: Run = { seed, draws, ensemble, finalists, overrides: overridesOf(manifest) };
  if (manifest.command === 'simulate') {
    const protocol = readProtocol(inputs.document);
    const { id, sheet } = protocol.device;
    const device = id === undefined ? readSheet(sheet) : catalogueSheet(id, 'device.id');
    return manifestOfSimulation(simulate(protocol, device, run), run, inputs, platform);
  }
  const given = readCase(inputs.document);
  const sheets = [...inputs.sheets.map(readSheet), ...sheetsOfCase(given)];
  const emulators = (inputs.emulators ?? []).map((one) => emulatorAmong(sheets, one));
  const heated = { ...run, emulators };
  const planned = checkFinalists(planCourse(given, sheets, heated), heated);
  return manifestOfPlan(planned, sheets, heated, inputs, platform);
};

const verdictText = (manifest: ReplayableManifest, now: Manifest, differing: readonly string[]): string => {
  if (differing.length === 0) return `Same result, bit for bit: ${now.hashes.result}\n`;
  const engines =
    manifest.engine === now.engine
      ? ''
      : `It was made by engine ${manifest.engine}; this is ${now.engine}.\n`;
  return `The result differs in: ${differing.join(', ')}.\n${engines}`;
};

/** Runs what a manifest describes again and compares every hash. */
export const replay = (file: string, { json }: { readonly json?: boolean }): number => {
  const manifest = readManifest(readJson(file));
  const now = again(manifest);
  const differing = differences(manifest, now);
  if (json === true) {
    const result = { matches: differing.length === 0, differences: differing, hashes: now.hashes };
    print(jsonText(result));
  } else print(verdictText(manifest, now, differing));
  return differing.length === 0 ? exitCode.planned : exitCode.failed;
};
