// A process of its own for 49 needles, so that its memory is its own: prints time of the processor, memory and effort.
import { readHeatProblem, solveHeat } from '@percuta/engine/heat';
import { arrayDocument } from './pair-document.ts';

const problem = readHeatProblem(arrayDocument());
const before = process.cpuUsage();
const { effort, balances } = solveHeat(problem);
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
const imbalance = Math.abs(balances.joule / balances.electric - 1);
process.stdout.write(
  JSON.stringify({ processor: (user + system) / 1000, memory: maxRSS * 1024, imbalance, ...effort }),
);
