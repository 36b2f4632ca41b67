import { BadInput, type Problem } from '../../../error.ts';
import type { HeatProblem } from '../heat-problem.ts';
import { electricProblems } from './electrics.ts';
import { electrodeProblems, layerProblems } from './geometry.ts';
import { gridProblems } from './grid.ts';
import { materialProblems } from './materials.ts';
import { nameProblems } from './names.ts';
import { placeProblems } from './places.ts';
import { timeProblems } from './times.ts';

const domainProblems = (problem: HeatProblem): Problem[] => {
  const { domain } = problem;
  if (domain === undefined) {
    return problem.histories.length > 0
      ? []
      : [
          {
            path: 'domain',
            given: 'nothing',
            problem: 'is missing, and there are no histories either',
            remedy: 'add a domain, or prescribed histories of temperature',
          },
        ];
  }
  if (domain.kind === 'line' && domain.to <= domain.from) {
    return [
      {
        path: 'domain.to',
        given: `${domain.to} m`,
        problem: 'does not lie beyond from',
        remedy: 'exchange them',
      },
    ];
  }
  return [
    ...gridProblems(domain),
    ...layerProblems(problem, domain),
    ...electrodeProblems(problem, domain),
    ...placeProblems(problem, domain),
    ...timeProblems(problem),
    ...electricProblems(problem),
    ...materialProblems(problem),
  ];
};

/** Everything that is wrong with a heat problem, one entry each; empty for one that can be solved. */
export const heatProblemProblems = (problem: HeatProblem): Problem[] => [
  ...nameProblems(problem),
  ...domainProblems(problem),
];

/** Returns the problem if nothing is wrong with it; throws BadInput with every finding otherwise. */
export const checkHeatProblem = (problem: HeatProblem): HeatProblem => {
  const problems = heatProblemProblems(problem);
  if (problems.length > 0) throw new BadInput(problems);
  return problem;
};
