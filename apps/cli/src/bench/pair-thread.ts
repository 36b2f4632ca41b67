import { readHeatProblem, solveHeat } from '@percuta/engine/heat';
import { answerNumbers } from '../parallel/answer-numbers.ts';
import { pairDocument } from './pair-document.ts';

/** One member of an ensemble: the needle pair at a voltage of its own; answers with the energy put out, J. */
const energyAt = (member: number): number => {
  const { generator, domain, ...rest } = pairDocument();
  const [channel] = generator.channels;
  const control = { voltage: `${45 + (member % 40) / 4} V` };
  const problem = readHeatProblem({
    ...rest,
    domain: { ...domain, grid: { finest: '50 um' } },
    generator: { ...generator, channels: [{ ...channel, control }] },
  });
  return solveHeat(problem).balances.electric;
};

answerNumbers(() => energyAt);
