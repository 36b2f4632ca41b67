import type { Problem } from '../../../error.ts';
import { shown } from '../../../wire.ts';
import type { HeatProblem } from '../heat-problem.ts';
import { when } from './finding.ts';

const rounding = 1e-9;

/** Times at which nothing would be written, as the run has none of them or ends before. */
const lateTimes = ({ outputs, end }: HeatProblem): Problem[] => {
  const last = end.kind === 'time' ? end.at : end.kind === 'settled' ? Infinity : 0;
  return (['probes', 'fields', 'contours'] as const).flatMap((list) =>
    outputs[list].flatMap(({ times }, n) =>
      times
        .filter((time) => time > last * (1 + rounding))
        .map((time) => ({
          path: `outputs.${list}[${n}].times`,
          given: shown(time, 's'),
          problem:
            end.kind === 'time'
              ? 'lies after the end of the run'
              : `a run that ends "${end.kind}" has no times`,
          allowed: end.kind === 'time' ? `0 s to ${shown(last, 's')}` : 'no times',
          remedy: end.kind === 'time' ? 'leave it out, or let the run end later' : 'leave the times out',
        })),
    ),
  );
};

/** Channels that follow a temperature in a steady state, which is sought with the output given. */
const steadyControls = ({ generator, end }: HeatProblem): Problem[] =>
  end.kind !== 'steady'
    ? []
    : (generator?.channels ?? []).flatMap(({ pulses }, n) =>
        when(pulses[0]?.control.kind === 'temperature', () => ({
          path: `generator.channels[${n}].control`,
          given: 'temperature',
          problem: 'a steady state is not sought under control of a temperature',
          allowed: 'voltage, current or power with "steady"',
          remedy: 'end the run at a time at which it has settled, { "at": "60 s" }, or give the output',
        })),
      );

/** Outputs within the run, and a run that can end. */
export const timeProblems = (problem: HeatProblem): Problem[] => [
  ...lateTimes(problem),
  ...steadyControls(problem),
  ...when(
    problem.end.kind === 'settled' && problem.sources.some(({ on }) => on.some(({ to }) => to === Infinity)),
    () => ({
      path: 'end',
      given: 'settled',
      problem: 'cannot come while a source is on without end',
      allowed: '{ "at": time }, "steady", or sources with times at which they are on',
      remedy: 'state the end as a time, or give each source its "on"',
    }),
  ),
];
