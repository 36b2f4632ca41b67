import type { Problem } from '../../../error.ts';
import type { Domain } from '../heat-problem.ts';
import { mm, when } from './finding.ts';
import { extentOf } from './geometry.ts';

const rounding = 1e-9;

const isRising = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));

/** Wishes for the grid that can be met: edges that rise from end to end of the domain. */
export const gridProblems = (domain: Domain): Problem[] => {
  const { finest, coarsest, edges } = domain.grid;
  const extent = extentOf(domain);
  const contrary = when(finest !== undefined && coarsest !== undefined && finest > coarsest, () => ({
    path: 'domain.grid.finest',
    given: mm(finest ?? 0),
    problem: 'is larger than the coarsest cell',
    allowed: `at most ${mm(coarsest ?? 0)}`,
    remedy: 'exchange the two',
  }));
  const faulty = Object.entries(edges).flatMap(([axis, given]) => {
    const path = `domain.grid.edges.${axis}`;
    const range = axis === 'x' ? extent.x : axis === 'y' ? extent.y : extent.z;
    if (range === undefined) {
      return [
        {
          path,
          given: mm(given[0] ?? 0),
          problem: 'this domain has no such coordinate',
          remedy: 'remove it',
        },
      ];
    }
    const [low, high] = range;
    const slack = rounding * (high - low);
    const ends = [given[0] ?? NaN, given.at(-1) ?? NaN] as const;
    const meets = Math.abs(ends[0] - low) <= slack && Math.abs(ends[1] - high) <= slack;
    return when(!isRising(given) || !meets, () => ({
      path,
      given: `${given.length} edges from ${mm(ends[0])} to ${mm(ends[1])}`,
      problem: meets ? 'the edges do not rise' : 'the edges do not reach from end to end of the domain',
      allowed: `rising from ${mm(low)} to ${mm(high)}`,
      remedy: 'change the edges',
    }));
  });
  return [...contrary, ...faulty];
};
