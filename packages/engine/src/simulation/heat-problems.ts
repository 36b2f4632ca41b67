// Heat problems alone: a command that solves one starts without the rest of the chain.
export { setValue } from '../case/set-value.ts';
export { BadInput } from '../error.ts';
export { csv } from '../heal/files/csv.ts';
export type { Heating } from '../heat/heating.ts';
export { solutionVtr, writeHeatSolution } from '../heat/output/write-solution.ts';
export type { HeatProblem } from '../heat/problem/heat-problem.ts';
export { readHeatProblem } from '../heat/problem/read-heat-problem.ts';
export { solveHeat } from '../heat/solve-heat.ts';
export { defaultRun } from '../run.ts';
export { shown } from '../wire.ts';
