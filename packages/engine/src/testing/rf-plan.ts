import { planCourse } from '../plan-course.ts';
import { defaultRun, type Run } from '../run.ts';
import { caseWith } from './case.ts';
import { rfSheet } from './rf.ts';
import { emulatorByLaw } from './rf-emulator.ts';

/** A plan for the array of `rfSheet` at three depths, in skin measured to be so thick ("2.4 mm"), with what it was made of. */
export const rfPlan = (thickness: string, changes: Partial<Run>) => {
  const sheet = rfSheet({}, { depth: { min: '0.6 mm', max: '1.4 mm', step: '0.4 mm' } });
  const run: Run = { ...defaultRun, seed: 1, emulators: [emulatorByLaw(sheet)], ...changes };
  const given = caseWith(
    'measured[0].layer=skin',
    'measured[0].method=ultrasound',
    `measured[0].value=${thickness}`,
    'measured[0].error=0.1 mm',
  );
  const plan = planCourse(given, [sheet], run);
  if (plan.status !== 'planned') throw new Error(`the test case is planned, not ${plan.status}`);
  return { sheet, run, given, plan };
};
