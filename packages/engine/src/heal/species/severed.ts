import type { Rates } from '../rates.ts';
import type { Wound } from './species.ts';

/** (heal.6) Share of the collagen left in place that is cut through or coagulated. */
export const damaged = (w: Wound, p: Rates): number => Math.max(w.cut, p.f_coagC * w.coag);

/** (heal.6) What a wound leaves of a kind of collagen: some is lost with the gap, some is severed where it stands. */
export const severed = (amount: number, w: Wound, p: Rates): number =>
  amount * (1 - p.f_lost * w.gap) * (1 - damaged(w, p));
