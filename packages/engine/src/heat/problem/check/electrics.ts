import type { Problem } from '../../../error.ts';
import type { Channel, Control } from '../../generator/generator.ts';
import type { Boundary, Domain, HeatProblem } from '../heat-problem.ts';
import { unknownName, when } from './finding.ts';

const boundariesOf = (domain: Domain | undefined): readonly Boundary[] =>
  domain === undefined ? [] : Object.values<Boundary>(domain.sides);

/** Every group of a problem once, in the order of the document: electrodes, then sides of the domain. */
export const groupsOf = ({ electrodes, domain }: Pick<HeatProblem, 'electrodes' | 'domain'>): string[] => {
  const ofElectrodes = electrodes.map(({ group }) => group);
  const ofSides = boundariesOf(domain).map(({ electrical }) =>
    electrical.kind === 'insulated' ? undefined : electrical.group,
  );
  return [...new Set([...ofElectrodes, ...ofSides].filter((group) => group !== undefined))];
};

interface Pair {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** Every pair of groups between which something is driven or measured. */
const pairsOf = ({ generator, outputs }: HeatProblem): Pair[] => [
  ...(generator?.channels ?? []).map(({ from, to }, i) => ({ path: `generator.channels[${i}]`, from, to })),
  ...outputs.resistances.map(({ between: [from, to] }, i) => ({
    path: `outputs.resistances[${i}].between`,
    from,
    to,
  })),
];

const pairProblems = ({ path, from, to }: Pair, groups: readonly string[]): Problem[] => [
  ...[from, to].flatMap((group) => unknownName(path, 'group of electrodes', group, groups)),
  ...when(from === to, () => ({
    path,
    given: `from "${from}" to "${to}"`,
    problem: 'the group has no return path: current cannot flow from a group to itself',
    allowed: groups.filter((group) => group !== from).join(', ') || 'this problem has no other group',
    remedy: 'name another group, or give a side of the domain a group or a ground',
  })),
];

const returnProblems = (problem: HeatProblem, groups: readonly string[]): Problem[] => {
  const pairs = pairsOf(problem);
  const used = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  if (groups.length === 1 && pairs.length === 0) {
    return [
      {
        path: 'electrodes',
        given: `only the group "${groups[0] ?? ''}"`,
        problem: 'the group has no return path',
        remedy: 'add a second group, a side with a group, or a ground at infinity; or leave the group out',
      },
    ];
  }
  return groups
    .filter((group) => !used.has(group))
    .map((group) => ({
      path: 'electrodes',
      given: `group "${group}"`,
      problem: 'no channel and no resistance names the group, so it has no return path',
      remedy: 'name it in a channel or under outputs.resistances, or leave the group out of its electrodes',
    }));
};

/** Channels that close a ring would fix a voltage twice. Groups joined so far share a root. */
const ringProblems = (channels: readonly Channel[]): Problem[] => {
  const parent = new Map<string, string>();
  const rootOf = (group: string): string => {
    const above = parent.get(group);
    return above === undefined ? group : rootOf(above);
  };
  return channels.flatMap(({ from, to }, i) => {
    const [a, b] = [rootOf(from), rootOf(to)];
    if (a !== b) parent.set(a, b);
    return when(a === b && from !== to, () => ({
      path: `generator.channels[${i}]`,
      given: `from "${from}" to "${to}"`,
      problem: 'other channels already join these two groups, so that their voltages would contradict',
      remedy: 'remove a channel; pulses of one channel may differ in what they control',
    }));
  });
};

const controlProblems = ({ generator, outputs }: HeatProblem): Problem[] => {
  const probes = outputs.probes
    .filter(({ quantity }) => quantity.kind === 'temperature')
    .map(({ name }) => name);
  return (generator?.channels ?? []).flatMap(({ pulses, cutOff }, i) => {
    const path = `generator.channels[${i}]`;
    const asked = new Set(
      pulses.flatMap(({ control }) => (control.kind === 'temperature' ? [control.probe] : [])),
    );
    const isCrossed = cutOff?.restartBelow !== undefined && cutOff.restartBelow >= cutOff.above;
    return [
      ...[...asked].flatMap((probe) =>
        unknownName(`${path}.control.probe`, 'probe of temperature', probe, probes),
      ),
      ...when(isCrossed, () => ({
        path: `${path}.cut_off.restart_below`,
        given: `${cutOff?.restartBelow ?? 0} ohm`,
        problem: 'is not below the impedance that switches off',
        allowed: `less than ${cutOff?.above ?? 0} ohm`,
        remedy: 'lower it',
      })),
    ];
  });
};

const kinds = { voltage: 'V', current: 'A', power: 'W' } as const;

/** Demands that the limits of the channel itself rule out: no voltage delivers them into any tissue. */
const demandProblems = ({ generator }: HeatProblem): Problem[] =>
  (generator?.channels ?? []).flatMap(({ pulses, limits }, i) => {
    const most = { ...limits, power: Math.min(limits.power, limits.voltage * limits.current) };
    const controls = [...new Set(pulses.map(({ control }) => control))];
    return controls.map(demandOf).flatMap((demand) =>
      demand === undefined
        ? []
        : when(demand.value > most[demand.kind], () => ({
            path: `generator.channels[${i}].control.${demand.kind}`,
            given: `${demand.value} ${kinds[demand.kind]}`,
            problem: 'no voltage can deliver this within the limits of the channel',
            allowed: `at most ${most[demand.kind]} ${kinds[demand.kind]}`,
            remedy: 'ask for less, or raise the limits',
          })),
    );
  });

const demandOf = (
  control: Control,
): { readonly kind: keyof typeof kinds; readonly value: number } | undefined => {
  if (control.kind === 'temperature') return undefined;
  if (control.kind === 'voltage') return { kind: 'voltage', value: control.voltage };
  return control.kind === 'current'
    ? { kind: 'current', value: control.current }
    : { kind: 'power', value: control.power };
};

/** Groups that current can leave and come back to, channels that do not contradict, controls that can measure. */
export const electricProblems = (problem: HeatProblem): Problem[] => {
  const groups = groupsOf(problem);
  const misnamed = pairsOf(problem).flatMap((pair) => pairProblems(pair, groups));
  if (misnamed.length > 0) return misnamed;
  return [
    ...when(problem.end.kind === 'potential' && groups.length === 0, () => ({
      path: 'end',
      given: '"potential"',
      problem: 'there is no group that a potential could be put on',
      remedy: 'give electrodes or sides a group, or choose another end',
    })),
    ...returnProblems(problem, groups),
    ...ringProblems(problem.generator?.channels ?? []),
    ...controlProblems(problem),
    ...demandProblems(problem),
  ];
};
