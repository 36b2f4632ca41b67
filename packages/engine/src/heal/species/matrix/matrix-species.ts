import { tropoelastin } from './tropoelastin.ts';
import { elastin } from './elastin.ts';
import { hyaluronan } from './hyaluronan.ts';
import { water } from './water.ts';

export const matrixSpecies = [tropoelastin, elastin, hyaluronan, water];
