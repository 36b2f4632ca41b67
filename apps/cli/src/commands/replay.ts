import {
  catalogueSheet,
  catalogueSheets,
  differences,
  manifestOfPlan,
  manifestOfSimulation,
  planCourse,
  readCase,
  readManifest,
  readProtocol,
  simulate,
  type Manifest,
  type ReplayableManifest,
  type Run,
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

const again = (manifest: ReplayableManifest): Manifest => {
  const { inputs, seed, draws, ensemble = 0 } = manifest;
  const run: Run = { seed, draws, ensemble, overrides: overridesOf(manifest) };
  if (manifest.command === 'simulate') {
    const protocol = readProtocol(inputs.document);
    const { id, sheet } = protocol.device;
    const device = id === undefined ? readSheet(sheet) : catalogueSheet(id, 'device.id');
    return manifestOfSimulation(simulate(protocol, device, run), run, inputs, platform);
  }
  const given = readCase(inputs.document);
  const sheets = [...inputs.sheets.map(readSheet), ...catalogueSheets(given)];
  return manifestOfPlan(planCourse(given, sheets, run), sheets, run, inputs, platform);
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
