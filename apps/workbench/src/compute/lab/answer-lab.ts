import { rectilinearGrid } from '@percuta/engine';
import type { Report } from '../report.ts';
import { answerProblem } from './answer-problem.ts';
import { answerProtocol } from './answer-protocol.ts';
import type { GridQuestion, LabAnswer, LabQuestion } from './lab-messages.ts';

/** Whether a document is a heat problem; all else is read as a protocol, whose schema judges it. */
const isProblem = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  Reflect.get(document, 'kind') === 'percuta heat problem';

export const answerLab = async (question: LabQuestion, report: Report): Promise<LabAnswer> =>
  isProblem(question.document) ? answerProblem(question.document, report) : answerProtocol(question, report);

export const answerGrid = ({ axes, time, cells }: GridQuestion): string =>
  rectilinearGrid({ axes, time, cells });
