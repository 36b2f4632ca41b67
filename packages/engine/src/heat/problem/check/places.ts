import type { Problem } from '../../../error.ts';
import { shown } from '../../../wire.ts';
import type { Domain, HeatProblem, Source } from '../heat-problem.ts';
import { when } from './finding.ts';
import { pointProblems } from './geometry.ts';

const isRising = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));

const placeOf = (source: Source): { x: number; y: number; z: number } | undefined => {
  switch (source.kind) {
    case 'point':
      return source.at;
    case 'gaussian':
      return source.centre;
    case 'plane':
      return { x: 0, y: 0, z: source.z };
    case 'uniform':
    case 'line':
      return undefined;
  }
};

/** Domains that a source of no extent may stand in: elsewhere its power per what would be unclear. */
const fits = (source: Source, domain: Domain): boolean => {
  const metric = domain.kind === 'line' ? domain.metric : domain.kind;
  switch (source.kind) {
    case 'point':
      return metric !== 'slab' && metric !== 'cylinder';
    case 'line':
      return metric !== 'slab' && metric !== 'sphere';
    case 'plane':
      return metric !== 'cylinder' && metric !== 'sphere';
    case 'uniform':
    case 'gaussian':
      return true;
  }
};

/** A point or line beside the axis would be a ring or a tube, and a Gaussian there has no meaning. */
const axisProblems = (path: string, x: number, domain: Domain): Problem[] => {
  const isRound = domain.kind === 'axisymmetric' || (domain.kind === 'line' && domain.metric !== 'slab');
  return when(isRound && x !== 0, () => ({
    path: `${path}.x`,
    given: shown(x, 'mm'),
    problem: 'stands beside the axis of a round domain',
    allowed: '0 mm',
    remedy: 'put it on the axis, or use a block',
  }));
};

const sourceProblems = (source: Source, i: number, domain: Domain): Problem[] => {
  const path = `sources[${i}]`;
  const place = placeOf(source);
  return [
    ...when(!fits(source, domain), () => ({
      path,
      given: `a ${source.kind} source`,
      problem: `does not fit a ${domain.kind === 'line' ? domain.metric : domain.kind} domain`,
      allowed:
        'points in a sphere, axisymmetric domain or block; lines in a cylinder, axisymmetric domain or block; planes in a slab, axisymmetric domain or block',
      remedy: 'use another kind of source or domain',
    })),
    ...(place === undefined || !fits(source, domain) ? [] : pointProblems(path, place, domain)),
    ...axisProblems(path, source.kind === 'line' ? source.x : (place?.x ?? 0), domain),
    ...source.on.flatMap(({ from, to }, n) =>
      when(to <= from, () => ({
        path: `${path}.on[${n}]`,
        given: `${shown(from, 's')} to ${shown(to, 's')}`,
        problem: 'ends before it begins',
        remedy: 'exchange from and to',
      })),
    ),
  ];
};

const initialProblems = ({ initial }: HeatProblem, domain: Domain): Problem[] => [
  ...initial.blobs.flatMap((blob, i) => {
    const at = blob.kind === 'energy' ? blob.at : blob.centre;
    const path = `initial.blobs[${i}]`;
    return [...pointProblems(path, at, domain), ...axisProblems(path, at.x, domain)];
  }),
  ...when(initial.profile !== undefined && !isRising(initial.profile.positions), () => ({
    path: 'initial.profile',
    given: (initial.profile?.positions ?? []).map((at) => shown(at, 'mm')).join(', '),
    problem: 'the positions do not rise',
    remedy: 'sort them; each may stand once',
  })),
];

/** Sources, probes and what is there at the start, inside the domain and in their order. */
export const placeProblems = (problem: HeatProblem, domain: Domain): Problem[] => [
  ...problem.sources.flatMap((source, i) => sourceProblems(source, i, domain)),
  ...initialProblems(problem, domain),
  ...problem.outputs.probes.flatMap(({ at }, i) => pointProblems(`outputs.probes[${i}].at`, at, domain)),
  ...when(!isRising(problem.moves.map(({ at }) => at)), () => ({
    path: 'moves',
    given: problem.moves.map(({ at }) => shown(at, 's')).join(', '),
    problem: 'the times do not rise',
    remedy: 'sort them; each may stand once',
  })),
];
