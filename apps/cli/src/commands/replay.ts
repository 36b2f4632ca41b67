import {
  catalogueSheet,
  differences,
  manifestOfSimulation,
  readManifest,
  readProtocol,
  simulate,
  type Manifest,
  type ReplayableManifest,
} from '@percuta/engine';
import { exitCode } from '../exit-code.ts';
import { readSheet } from '../input.ts';
import { readJson } from '../read-json.ts';
import { jsonText, print } from '../output.ts';
import { checkBeside } from '../plan/as-recorded.ts';
import { planAgain, runOfManifest } from '../plan/plan-again.ts';
import { platform } from '../host/platform.ts';

const again = (manifest: ReplayableManifest): Manifest => {
  if (manifest.command === 'plan') return planAgain(manifest).manifest;
  const protocol = readProtocol(manifest.inputs.document);
  const { id, sheet } = protocol.device;
  const device = id === undefined ? readSheet(sheet) : catalogueSheet(id, 'device.id');
  const run = runOfManifest(manifest);
  return manifestOfSimulation(simulate(protocol, device, run), run, manifest.inputs, platform);
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
  checkBeside(file, manifest);
  const now = again(manifest);
  const differing = differences(manifest, now);
  if (json === true) {
    const result = { matches: differing.length === 0, differences: differing, hashes: now.hashes };
    print(jsonText(result));
  } else print(verdictText(manifest, now, differing));
  return differing.length === 0 ? exitCode.planned : exitCode.failed;
};
