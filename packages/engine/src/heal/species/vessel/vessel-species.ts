import { vesselSignal } from './vessel-signal.ts';
import { vessels } from './vessels.ts';
import { dilatation } from './dilatation.ts';

export const vesselSpecies = [vesselSignal, vessels, dilatation];
