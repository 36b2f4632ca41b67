import type { DeviceSheet } from '@percuta/evidence';
import {
  BadInput,
  checkFinalists,
  differences,
  manifestOfPlan,
  planCourse,
  readCase,
  readEmulator,
  sheetsOfCase,
  type Manifest,
  type Plan,
  type ReplayableManifest,
  type Run,
  type TrainedEmulator,
} from '@percuta/engine';
import { readSheet } from '../input.ts';
import { platform } from '../host/platform.ts';

const overridesOf = ({ parameters }: ReplayableManifest): Record<string, string> =>
  Object.fromEntries(
    parameters.flatMap(({ name, overridden }) => (overridden === undefined ? [] : [[name, overridden]])),
  );

/** The run of a manifest. */
export const runOfManifest = (manifest: ReplayableManifest): Run => {
  const { seed, draws, ensemble = 0, finalists = 0 } = manifest;
  return { seed, draws, ensemble, finalists, overrides: overridesOf(manifest) };
};

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

/** A plan made again from its manifest. */
export interface PlanAgain {
  readonly plan: Plan;
  readonly run: Run;
  readonly manifest: Manifest;
  /** Names of the hashes that are not those of the manifest; empty when the result is the same, bit for bit. */
  readonly differing: readonly string[];
}

/** Plans again what a manifest of a plan describes, with the sheets and emulators that it carries. */
export const planAgain = (made: ReplayableManifest): PlanAgain => {
  const { inputs } = made;
  const given = readCase(inputs.document);
  const sheets = [...inputs.sheets.map(readSheet), ...sheetsOfCase(given)];
  const emulators = (inputs.emulators ?? []).map((one) => emulatorAmong(sheets, one));
  const run = { ...runOfManifest(made), emulators };
  const plan = checkFinalists(planCourse(given, sheets, run), run);
  const manifest = manifestOfPlan(plan, sheets, run, inputs, platform);
  return { plan, run, manifest, differing: differences(made, manifest) };
};
