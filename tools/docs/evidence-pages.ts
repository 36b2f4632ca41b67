import { claimsPage } from './claims.ts';
import { decisionAidPage } from './decision-aid.ts';
import { evidenceFiles } from './evidence.ts';

/** The pages of what is known: claims, the decision aid, and results with their figures. */
export const evidencePages = (): ReadonlyMap<string, string> =>
  new Map([['claims.md', claimsPage()], ['decision-aid.md', decisionAidPage()], ...evidenceFiles()]);
