import { epidermisParameters } from './epidermis-parameters.ts';
import { hostParameters } from './host-parameters.ts';
import { observationParameters } from './observation-parameters.ts';

/** The epidermis, what instruments read, and who is treated. */
export const surfaceParameters = { ...epidermisParameters, ...observationParameters, ...hostParameters };
