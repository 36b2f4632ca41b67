import {
  courseRegionOf,
  edition,
  forecastFor,
  incidence,
  lesions,
  pains,
  pihModifiers,
  protocols,
  rareHarms,
  recoveries,
  screeningItems,
  site,
  skinModifiers,
  studies,
  type DeviceSheet,
  type IndicationId,
  type Parameter,
  type Route,
  type SiteId,
} from '@percuta/evidence';
import enginePackage from '../../package.json' with { type: 'json' };
import { casesOfZones } from '../case/case-zones.ts';
import { canonicalText, hashBits, hashOf, hashText } from './canonical.ts';
import { tissueFields } from '../appearance/tissue.ts';
import { routesOf } from '../expectation/risks.ts';
import { allStages, stages } from '../ensemble.ts';
import { acceptedDraws } from '../heal/calibration/accepted-draws.ts';
import { heatStage } from '../heat/heat-stage.ts';
import type { Plan } from '../plan/plan.ts';
import { writePlan } from '../plan/write-plan.ts';
import { tell, type Run } from '../run.ts';
import type { Simulation } from '../simulate.ts';
import { parameterNames, type Stage } from '../stage.ts';
import { writeSimulation } from '../write-simulation.ts';

export type Command = 'plan' | 'simulate';

/** The raw documents a run was given, as parsed JSON, with paths already resolved. */
export interface Inputs {
  /** The case or the protocol. */
  readonly document: unknown;
  /** Sheets that are neither of the catalogue nor in the document. */
  readonly sheets: readonly unknown[];
  /** Emulators of heat, whole; left out where none was used. */
  readonly emulators?: readonly unknown[] | undefined;
}

export interface ManifestParameter {
  readonly name: string;
  readonly value: string;
  readonly spread: Parameter['spread'];
  readonly basis: Parameter['basis'];
  readonly read: Parameter['read'];
  readonly sources: readonly string[];
  /** Text given in place of the distribution. */
  readonly overridden?: string;
}

/** Everything needed to run a result again and to see whether it is the same. */
export interface Manifest {
  readonly kind: 'percuta manifest';
  readonly version: 1;
  readonly engine: string;
  readonly command: Command;
  readonly seed: number;
  readonly draws: number;
  /** Draws of healing, where a simulation had any. */
  readonly ensemble?: number;
  /** Courses of a plan that were recomputed with the whole heat model, where any were. */
  readonly finalists?: number;
  readonly inputs: Inputs;
  readonly hashes: {
    readonly input: string;
    readonly data: Readonly<Record<string, string>>;
    /** Of each stage's result, in the order of the chain. */
    readonly stages: Readonly<Record<string, string>>;
    readonly result: string;
  };
  readonly stages: readonly { readonly name: string; readonly version: number }[];
  readonly parameters: readonly ManifestParameter[];
  /** What computed it; no part of any hash. */
  readonly platform: string;
}

/** The version of this package, as manifests state it. */
export const engineVersion = enginePackage.version;

/** A plan does not heal, and heats where it has an emulator. */
const stagesOf = (command: Command, { emulators = [] }: Run): readonly Stage[] => {
  if (command === 'simulate') return allStages;
  return emulators.length === 0 ? stages : [...stages, heatStage];
};

const parametersOf = (command: Command, run: Run): ManifestParameter[] =>
  stagesOf(command, run)
    .flatMap((stage) => parameterNames(stage))
    .map(([name, { value, unit, spread, basis, read, sources }]) => {
      const overridden = run.overrides[name];
      return {
        name,
        value: unit === '1' ? String(value) : `${value} ${unit}`,
        spread,
        basis,
        read,
        sources: sources.map(({ key }) => key),
        ...(overridden === undefined ? {} : { overridden }),
      };
    });

/** The forecasts of an indication at these sites, one for each route and region that is asked for. */
const forecastHashes = (
  indication: IndicationId,
  siteIds: readonly SiteId[],
  routes: readonly Route[],
): Record<string, string> =>
  Object.fromEntries(
    routes.flatMap((route) =>
      siteIds.map((id) => {
        const region = courseRegionOf(id);
        const hash = hashOf(forecastFor(indication, route, region));
        return [`forecast ${indication} ${route} ${region}`, hash] as const;
      }),
    ),
  );

const dataHashes = (
  indication: IndicationId,
  siteIds: readonly SiteId[],
  sheets: readonly DeviceSheet[],
): Record<string, string> => ({
  ...Object.fromEntries(siteIds.map((id) => [`site ${id}`, hashOf(site(id))])),
  modifiers: hashOf(skinModifiers()),
  protocols: hashOf(protocols()),
  lesions: hashOf(lesions()),
  screening: hashOf(screeningItems()),
  risks: hashOf([incidence(), rareHarms(), pihModifiers(), recoveries(), pains()]),
  studies: hashOf([edition().evidence_as_of, studies()]),
  ...forecastHashes(indication, siteIds, routesOf(sheets)),
  ...Object.fromEntries(sheets.map((sheet) => [`device ${sheet.id}`, hashOf(sheet)])),
});

const manifestOf = (
  command: Command,
  run: Run,
  inputs: Inputs,
  data: Record<string, string>,
  stageHashes: Record<string, string>,
  platform: string,
): Manifest => {
  const parameters = parametersOf(command, run);
  const ensemble = run.ensemble === undefined || run.ensemble === 0 ? {} : { ensemble: run.ensemble };
  const finalists = run.finalists === undefined || run.finalists === 0 ? {} : { finalists: run.finalists };
  const input = hashOf({ inputs, seed: run.seed, draws: run.draws, ...ensemble, ...finalists, parameters });
  return {
    kind: 'percuta manifest',
    version: 1,
    engine: engineVersion,
    command,
    seed: run.seed,
    draws: run.draws,
    ...ensemble,
    ...finalists,
    inputs,
    hashes: { input, data, stages: stageHashes, result: hashOf({ input, data, stageHashes }) },
    stages: stagesOf(command, run).map(({ name, version }) => ({ name, version })),
    parameters,
    platform,
  };
};

/** What is written of a plan, with its manifest. */
export interface PlanReceipt {
  readonly written: ReturnType<typeof writePlan>;
  readonly manifest: Manifest;
}

/** The hash of what is written, told before and after its text: a plan of many courses takes a tenth of a second each. */
const hashOfWritten = (content: PlanReceipt['written'], run: Run): string => {
  const told = (): void => tell(run, 1, 1, 'manifest');
  told();
  const text = canonicalText(content);
  told();
  const hash = hashText(text);
  told();
  return hash;
};

const planHashes = (plan: Plan, content: PlanReceipt['written'], run: Run): Record<string, string> => {
  const written = hashOfWritten(content, run);
  if (plan.status === 'refused') return { plan: written };
  const { ensemble, skins, strokes, candidates } = plan;
  return {
    draws: hashBits(ensemble.columns.values()),
    skin: hashBits(
      skins.map((one) => Float64Array.of(one.stratumCorneum, one.epidermis, one.dermis, one.fat)),
    ),
    puncture: hashBits(strokes.flatMap((stroke) => [stroke.insertionDepths, stroke.columns.dermalDensity])),
    safety: hashBits([
      ...strokes.map(({ columns }) => columns.ceiling),
      Float64Array.from(candidates.flatMap(({ margins }) => margins.map(({ value }) => value))),
    ]),
    plan: written,
  };
};

/** What is written of a plan and its manifest, which hashes it: written once for both. */
export const receiptOfPlan = (
  plan: Plan,
  sheets: readonly DeviceSheet[],
  run: Run,
  inputs: Inputs,
  platform: string,
): PlanReceipt => {
  const written = writePlan(plan, run);
  const { indication } = plan.given.concern;
  const sites = casesOfZones(plan.given).map(({ site: { id } }) => id);
  const data = dataHashes(indication, sites, sheets);
  return {
    written,
    manifest: manifestOf('plan', run, inputs, data, planHashes(plan, written, run), platform),
  };
};

/**
 * The manifest of a plan; `platform` names the host and enters no hash.
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 * import { catalogueSheets, defaultRun, differences, manifestOfPlan, planCourse, readCase } from '@percuta/engine';
 *
 * const document = JSON.parse(readFileSync('case.json', 'utf8'));
 * const given = readCase(document);
 * const sheets = catalogueSheets(given);
 * const run = { ...defaultRun, draws: 64 };
 * const again = () => manifestOfPlan(planCourse(given, sheets, run), sheets, run, { document, sheets: [] }, 'here');
 * console.log(differences(again(), again()).length); // 0
 * ```
 */
export const manifestOfPlan = (
  plan: Plan,
  sheets: readonly DeviceSheet[],
  run: Run,
  inputs: Inputs,
  platform: string,
): Manifest => receiptOfPlan(plan, sheets, run, inputs, platform).manifest;

const simulationHashes = (simulation: Simulation): Record<string, string> => ({
  puncture: hashBits(
    simulation.zones.flatMap(({ stroke }) => [stroke.insertionDepths, stroke.columns.dermalDensity]),
  ),
  heat: hashBits(
    simulation.zones.flatMap(({ heating }) =>
      heating.kind === 'heated' ? [heating.fields.hot, heating.fields.collagen, heating.fields.cells] : [],
    ),
  ),
  heal: hashBits(
    simulation.zones.flatMap(({ healed }) =>
      healed.central.status === 'healed' ? Object.values(healed.central.healing.means) : [],
    ),
  ),
  appearance: hashBits(
    simulation.zones.flatMap(({ healed: { course }, appearance }) => [
      ...(course?.tissue.draws.flatMap((draw) => tissueFields.map((field) => draw[field])) ?? []),
      ...(appearance?.reliefs.map(({ before }) => before.map.data) ?? []),
    ]),
  ),
  safety: hashBits(simulation.zones.map(({ stroke }) => stroke.columns.ceiling)),
  simulation: hashOf(writeSimulation(simulation)),
});

/** The manifest of a simulation. */
export const manifestOfSimulation = (
  simulation: Simulation,
  run: Run,
  inputs: Inputs,
  platform: string,
): Manifest => {
  const { protocol, sheet } = simulation;
  const sites = new Set(protocol.zones.map((zone) => zone.site ?? protocol.case.site.id));
  const data = {
    ...dataHashes(protocol.case.concern.indication, [...sites], [sheet]),
    ...((run.ensemble ?? 0) > 0 ? { 'draws of healing': hashOf(acceptedDraws) } : {}),
  };
  return manifestOf('simulate', run, inputs, data, simulationHashes(simulation), platform);
};

type Hashed = Pick<Manifest, 'hashes'>;

/** Names of the hashes in which two manifests differ; empty when the results are the same. */
export const differences = (a: Hashed, b: Hashed): string[] => {
  const flat = ({ hashes }: Hashed): Map<string, string> =>
    new Map([
      ['input', hashes.input],
      ...Object.entries(hashes.data).map(([name, hash]) => [`data: ${name}`, hash] as const),
      ...Object.entries(hashes.stages).map(([name, hash]) => [`stage: ${name}`, hash] as const),
      ['result', hashes.result],
    ]);
  const [left, right] = [flat(a), flat(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name));
};

/** The part of a manifest that a report prints. */
export const reportManifestOf = ({ engine, seed, draws, hashes, stages: run, parameters }: Manifest) => ({
  engineVersion: engine,
  seed: String(seed),
  draws,
  inputHash: hashes.input,
  resultHash: hashes.result,
  stages: run,
  overrides: parameters.flatMap(({ name, overridden }) =>
    overridden === undefined ? [] : [{ parameter: name, value: overridden }],
  ),
});
