import { claimsPage } from './claims.ts';
import { decisionAidPage } from './decision-aid.ts';
import { evidenceFiles } from './evidence.ts';
import { healingCalibrationPage } from './healing/calibration-page.ts';
import { healingValidationPage } from './healing/validation-page.ts';

/** The pages of what is known: claims, the decision aid, calibration and validation of healing, and results with their figures. */
export const evidencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ['claims.md', claimsPage()],
    ['decision-aid.md', decisionAidPage()],
    ['healing-calibration.md', healingCalibrationPage()],
    ['healing-validation.md', healingValidationPage()],
    ...evidenceFiles(),
  ]);
