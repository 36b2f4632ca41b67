import { macrophages } from './macrophages.ts';
import { totalCollagen } from './total-collagen.ts';
import { deficit } from './deficit.ts';
import { excessGrowthFactor } from './excess-growth-factor.ts';
import { excessCollagenase } from './excess-collagenase.ts';
import { switching } from './switching.ts';
import { growthDrive } from './growth-drive.ts';
import { conversion } from './conversion.ts';
import { synthesis } from './synthesis.ts';
import { typeShare } from './type-share.ts';
import { replacement } from './replacement.ts';
import { excessLoss } from './excess-loss.ts';
import type { Term } from '../species/species.ts';

/** The shared terms; each uses states and the terms before it. */
export const terms: readonly Term[] = [
  macrophages,
  totalCollagen,
  deficit,
  excessGrowthFactor,
  excessCollagenase,
  switching,
  growthDrive,
  conversion,
  synthesis,
  typeShare,
  replacement,
  excessLoss,
];
