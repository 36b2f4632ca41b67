import { clot } from './clot.ts';
import { platelets } from './platelets.ts';
import { plateletSignal } from './platelet-signal.ts';
import { debris } from './debris.ts';
import { inflammatorySignal } from './inflammatory-signal.ts';
import { growthFactor } from './growth-factor.ts';

export const signalSpecies = [clot, platelets, plateletSignal, debris, inflammatorySignal, growthFactor];
