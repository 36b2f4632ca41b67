// Measures the built workbench in headless Chromium beside what is asked of it:
//   node tools/run.mjs tools/workbench/measure.mjs
// Prints every measure, keeps them in docs/benchmarks/results/workbench.json, and fails where a goal is missed.
import { measureWorkbench } from '../../apps/workbench/e2e/measure/measure.ts';
import { ensureBrowser } from '../browser.mjs';

process.exitCode = (await measureWorkbench(await ensureBrowser({ asPeopleHave: true }))) ? 0 : 1;
