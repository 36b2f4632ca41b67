// Judges the first page of the built workbench with Lighthouse on its mobile preset, from this machine alone:
//   node tools/run.mjs tools/workbench/lighthouse.mjs
// Lighthouse is heavy and no part of the product: it is installed into a folder of its own when this is first run.
// Prints the scores and keeps them in docs/benchmarks/results/lighthouse.json; fails below what is asked for.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../browser.mjs';
import { root } from '../install.mjs';

const version = '13.5.0';
const least = { performance: 0.9, accessibility: 1, 'best-practices': 1 };
const folder = join(tmpdir(), `percuta-lighthouse-${version}`);
const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');

const run = (command, args, options = {}) => {
  const done = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (done.status !== 0) throw new Error(`${command} ${args[0]} failed:\n${done.stdout}${done.stderr}`);
};

if (!existsSync(program)) {
  mkdirSync(folder, { recursive: true });
  run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `lighthouse@${version}`]);
}
const { buildSite, siteFolder } = await import('../../apps/cli/src/serve/build-site.ts');
const { serveSite } = await import('../../apps/cli/src/serve/serve-site.ts');
buildSite();
const { url, close } = await serveSite(siteFolder, 0);
const CHROME_PATH = await ensureBrowser({ asPeopleHave: true });
const written = join(folder, 'report.json');
const status = await new Promise((resolve) => {
  spawn(
    process.execPath,
    [
      program,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${written}`,
      '--only-categories=performance,accessibility,best-practices',
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    { stdio: 'inherit', env: { ...process.env, CHROME_PATH } },
  ).on('exit', resolve);
});
await close();
if (status !== 0) throw new Error(`Lighthouse ended with ${status}`);
const report = JSON.parse(readFileSync(written, 'utf8'));
const scores = Object.fromEntries(
  Object.keys(least).map((name) => [name, Math.round(100 * report.categories[name].score)]),
);
const missed = Object.values(report.categories).flatMap(({ auditRefs }) =>
  auditRefs
    .map(({ id, weight }) => ({ ...report.audits[id], weight }))
    .filter(({ score, weight }) => weight > 0 && score !== null && score < 0.9)
    .map(({ id, displayValue }) => ({ id, ...(displayValue === undefined ? {} : { value: displayValue }) })),
);
const result = {
  lighthouse: version,
  browser: report.environment.hostUserAgent.match(/Chrome\/[\d.]+/)?.[0],
  preset: report.configSettings.formFactor,
  scores,
  missed,
};
writeFileSync(
  join(root, 'docs', 'benchmarks', 'results', 'lighthouse.json'),
  `${JSON.stringify(result, undefined, 2)}\n`,
);
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
process.exitCode = Object.entries(least).every(([name, score]) => scores[name] >= 100 * score) ? 0 : 1;
