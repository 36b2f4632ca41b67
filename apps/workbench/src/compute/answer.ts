import {
  defaultRun,
  differences,
  engineVersion,
  readManifest,
  validatePuncture,
  verifyEngine,
  type Run,
} from '@percuta/engine';
import { answerDraw } from './draws/answer-draw.ts';
import { answerGrid, answerLab } from './lab/answer-lab.ts';
import { filmBuffers } from './lab/film-buffers.ts';
import type { Answers, Question, Replay } from './messages.ts';
import { answerChoice, answerDepth, answerPlan } from './plan/answer-plan.ts';
import { answerReasons, answerWeighing } from './plan/answer-reasons.ts';
import { planned } from './plan/planned.ts';
import type { Report } from './report.ts';

const answerReplay = async (given: unknown, report: Report): Promise<Replay> => {
  const manifest = readManifest(given);
  if (manifest.command !== 'plan') return { kind: 'other command' };
  const { inputs, seed, draws, finalists: checked = 0 } = manifest;
  const overrides = Object.fromEntries(
    manifest.parameters.flatMap(({ name, overridden }) =>
      overridden === undefined ? [] : [[name, overridden]],
    ),
  );
  const run: Run = {
    seed,
    draws,
    overrides,
    finalists: checked,
    progress: (done, total, what) => report({ done, total, what }),
  };
  const { manifest: now } = await planned({ ...inputs, emulators: inputs.emulators ?? [] }, run);
  return {
    kind: 'compared',
    engine: manifest.engine,
    own: engineVersion,
    differing: differences(manifest, now),
  };
};

/** Answers one question of the page. Throws what the engine throws. */
export const answer = async (question: Question, report: Report): Promise<Answers[Question['kind']]> => {
  switch (question.kind) {
    case 'plan':
      return answerPlan(question, report);
    case 'choose':
      return answerChoice(question, report);
    case 'depth':
      return answerDepth(question, report);
    case 'weigh':
      return answerWeighing(question, report);
    case 'explain':
      return answerReasons(question, report);
    case 'replay':
      return answerReplay(question.manifest, report);
    case 'lab':
      return answerLab(question, report);
    case 'draw':
      return answerDraw(question);
    case 'grid file':
      return answerGrid(question);
    case 'verify':
      return verifyEngine();
    case 'validate':
      return validatePuncture(question.measurements, defaultRun);
  }
};

/** Memory that an answer hands over and does not copy: nothing else holds the films of a run. */
export const filmsOf = (given: Answers[Question['kind']]): ArrayBuffer[] =>
  typeof given === 'object' && 'tables' in given ? filmBuffers(given.zones) : [];
