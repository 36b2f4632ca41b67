import type { Rates } from '../rates.ts';
import type { Local, SpeciesId, Wound } from './species.ts';

/** (heal.6) What a wound leaves of cells: all but the share killed, save a bed of survivors. */
export const killed =
  (id: SpeciesId) =>
  (s: Local, w: Wound, p: Rates): number =>
    s[id] * (1 - (1 - p.f_bed) * w.kill);
