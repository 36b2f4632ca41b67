import { fibroblasts } from './fibroblasts.ts';
import { myofibroblasts } from './myofibroblasts.ts';
import { collagenase } from './collagenase.ts';
import { heatShock } from './heat-shock.ts';
import { collagenChaperone } from './collagen-chaperone.ts';

export const mesenchymeSpecies = [fibroblasts, myofibroblasts, collagenase, heatShock, collagenChaperone];
