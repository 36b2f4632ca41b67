// Writes docs/generated from the code and the data; with --check it only says which files differ.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { cliPage } from './docs/cli.ts';
import { devicesPage } from './docs/devices.ts';
import { evidencePages } from './docs/evidence-pages.ts';
import { exampleFigure, examplePlan, heatTrustPages, howItWorks, validationPage } from './docs/example.ts';
import { limitsPage } from './docs/limits.ts';
import { packagesPage } from './docs/packages.ts';
import { parametersPage } from './docs/parameters.ts';
import { referencesPage } from './docs/references.ts';
import {
  caseFieldsPage,
  caseJsonSchema,
  deliveredFieldsPage,
  deliveredJsonSchema,
  heatProblemFieldsPage,
  heatProblemJsonSchema,
  jsonText,
  protocolFieldsPage,
  protocolJsonSchema,
  studyFieldsPage,
  studyJsonSchema,
} from './docs/schemas.ts';
import { sitesPage } from './docs/sites.ts';
import { isMain, report, root } from './sources.ts';

export const folder = join(root, 'docs', 'generated');

interface ProgramModule {
  readonly createProgram: () => Command;
}

const isProgramModule = (module: unknown): module is ProgramModule =>
  typeof module === 'object' &&
  module !== null &&
  'createProgram' in module &&
  typeof module.createProgram === 'function';

/** The program of the command line; undefined as long as there is none. */
const loadProgram = async (): Promise<Command | undefined> => {
  const file = join(root, 'apps', 'cli', 'src', 'program.ts');
  if (!existsSync(file)) return undefined;
  const module: unknown = await import(pathToFileURL(file).href);
  return isProgramModule(module) ? module.createProgram() : undefined;
};

/** Every generated file by name. The same repository gives the same text on every machine. */
export const generate = async (): Promise<ReadonlyMap<string, string>> => {
  const program = await loadProgram();
  return new Map([
    ['packages.md', packagesPage()],
    ['parameters.md', parametersPage()],
    ['limits.md', limitsPage()],
    ['sites.md', sitesPage()],
    ['devices.md', devicesPage()],
    ['case-fields.md', caseFieldsPage()],
    ['case-schema.json', jsonText(caseJsonSchema())],
    ['protocol-fields.md', protocolFieldsPage()],
    ['protocol-schema.json', jsonText(protocolJsonSchema())],
    ['heat-problem-fields.md', heatProblemFieldsPage()],
    ['heat-problem-schema.json', jsonText(heatProblemJsonSchema())],
    ['delivered-fields.md', deliveredFieldsPage()],
    ['delivered-schema.json', jsonText(deliveredJsonSchema())],
    ['study-fields.md', studyFieldsPage()],
    ['study-schema.json', jsonText(studyJsonSchema())],
    ['references.md', referencesPage()],
    ['validation.md', validationPage()],
    ...heatTrustPages(),
    ...evidencePages(),
    ['how-it-works.json', await howItWorks()],
    ['skin-section.svg', exampleFigure(examplePlan())],
    ...(program === undefined ? [] : ([['cli.md', cliPage(program)]] as const)),
  ]);
};

/** What stands in a folder of generated files; empty when there is none. */
export const readFolder = (path: string): ReadonlyMap<string, string> =>
  new Map(
    existsSync(path) ? readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]) : [],
  );

/** Names of files that are missing, differ or are no longer made. */
export const differences = (
  made: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): string[] => [
  ...[...made].flatMap(([name, text]) => {
    if (!present.has(name)) return [`docs/generated/${name}: is missing; run npm run docs`];
    return present.get(name) === text ? [] : [`docs/generated/${name}: differs; run npm run docs`];
  }),
  ...[...present.keys()]
    .filter((name) => !made.has(name))
    .map((name) => `docs/generated/${name}: is no longer made; run npm run docs`),
];

const write = (made: ReadonlyMap<string, string>): void => {
  mkdirSync(folder, { recursive: true });
  for (const name of readFolder(folder).keys()) if (!made.has(name)) rmSync(join(folder, name));
  for (const [name, text] of made) writeFileSync(join(folder, name), text);
};

if (isMain(import.meta.url)) {
  const made = await generate();
  if (process.argv.includes('--check')) report('generated docs', differences(made, readFolder(folder)));
  else write(made);
}
