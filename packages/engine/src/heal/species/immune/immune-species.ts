import { neutrophils } from './neutrophils.ts';
import { inflammatoryMacrophages } from './inflammatory-macrophages.ts';
import { reparativeMacrophages } from './reparative-macrophages.ts';

export const immuneSpecies = [neutrophils, inflammatoryMacrophages, reparativeMacrophages];
