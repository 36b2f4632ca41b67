// Builds every package as JavaScript with declarations and packs it: node tools/run.mjs tools/pack/pack.ts [FOLDER].
// Node does not strip types below node_modules, so what is installed elsewhere cannot be the sources.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { importsOf, isMain, isTest, readWorkspace, root } from '../sources.ts';

const run = (command: string, args: readonly string[], cwd: string): string => {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`);
  return done.stdout;
};

/** What packages export, by the name it is imported by, and the source of it. */
const sourceOfEntries = (): Record<string, string[]> =>
  Object.fromEntries(
    readWorkspace()
      .packages.filter(({ folder }) => folder.startsWith('packages/'))
      .flatMap(({ name, folder }) => {
        const { exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
        const entries: Record<string, string> = typeof exports === 'string' ? { '.': exports } : exports;
        return Object.entries(entries).map(([entry, file]) => [
          `${name}${entry.slice(1)}`,
          [join(root, folder, file)],
        ]);
      }),
  );

/** One program over all packages: what one imports of another is found in its sources. */
const configuration = (build: string): unknown => ({
  extends: join(root, 'tsconfig.json'),
  compilerOptions: {
    noEmit: false,
    rootDir: join(root, 'packages'),
    outDir: build,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    typeRoots: [join(root, 'node_modules', '@types')],
    // Reached through node_modules, a file counts as another's and is not written, if the compiler meets it so first.
    paths: sourceOfEntries(),
  },
  // Words of the kernels are types without a file of their own.
  include: [...Object.values(sourceOfEntries()).flat(), join(root, 'packages', '*', 'src', '**', '*.d.ts')],
  exclude: [],
});

const kernels = join('packages', 'numerics', 'src', 'kernels');
/** Everything that is written in the words of kernels. */
const inKernels = [kernels, join('packages', 'engine', 'src', 'heal', 'kernels')];

/** The scalar types of kernels, which those who install the package do not have. */
const scalars = (): string =>
  readFileSync(join(root, kernels, 'ambient.d.ts'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('type '))
    .join('\n');

/** The compiler leaves out of declarations that an import is JSON, and then refuses to read them. */
const withImportType = (text: string): string =>
  text.replaceAll(/^(import .* from ["'].*\.json["']);$/gm, '$1 with { type: "json" };');

/** Makes declarations stand alone. */
const mendDeclarations = (build: string): void => {
  const folders = inKernels.map((folder) => folder.replace('packages', build));
  for (const name of readdirSync(build, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue;
    const file = join(build, name);
    const text = withImportType(readFileSync(file, 'utf8'));
    writeFileSync(file, folders.some((folder) => file.startsWith(folder)) ? `${text}\n${scalars()}\n` : text);
  }
};

/** The entries of a package, built. */
const builtExports = (exports: string | Readonly<Record<string, string>>): unknown =>
  Object.fromEntries(
    Object.entries(typeof exports === 'string' ? { '.': exports } : exports).map(([entry, file]) => [
      entry,
      { types: file.replace(/\.ts$/, '.d.ts'), default: file.replace(/\.ts$/, '.js') },
    ]),
  );

/** Packages that the sources of a package import, tests aside, with those that only bring their types. */
const importedBy = (folder: string): Set<string> => {
  const names = readWorkspace()
    .files.filter(({ path }) => path.startsWith(`${folder}/src/`) && !isTest(path))
    .flatMap(importsOf)
    .map(({ specifier }) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  return new Set(names.flatMap((name) => [name, `@types/${name}`]));
};

/**
 * The package as others install it: its entry is what was built, and what only the workbench brings along here is a
 * dependency like any other.
 */
const published = (folder: string): unknown => {
  const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
  const { private: _, devDependencies = {}, dependencies = {}, ...manifest } = JSON.parse(text);
  const imported = importedBy(folder);
  const needed = Object.entries(devDependencies).filter(([name]) => imported.has(name));
  return {
    ...manifest,
    dependencies: { ...dependencies, ...Object.fromEntries(needed) },
    engines: { node: '>=22.18' },
    exports: builtExports(manifest.exports),
  };
};

/** Packs all packages below `packages/` into a folder; returns the paths of the tarballs. */
export const packAll = (target: string): string[] => {
  const build = join(target, 'build');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(build, { recursive: true });
  const config = join(target, 'tsconfig.json');
  writeFileSync(config, JSON.stringify(configuration(build)));
  run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', config], root);
  mendDeclarations(build);
  return readWorkspace()
    .packages.filter(({ folder }) => folder.startsWith('packages/'))
    .map(({ folder }) => {
      const built = join(build, basename(folder));
      cpSync(join(root, folder, 'README.md'), join(built, 'README.md'));
      cpSync(join(root, 'LICENSE'), join(built, 'LICENSE'));
      writeFileSync(join(built, 'package.json'), JSON.stringify(published(folder), undefined, 2));
      const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', target], built));
      return join(target, packed.filename);
    });
};

if (isMain(import.meta.url)) {
  const target = resolve(process.argv[2] ?? join(root, 'dist'));
  for (const file of packAll(target)) process.stdout.write(`${file}\n`);
}
