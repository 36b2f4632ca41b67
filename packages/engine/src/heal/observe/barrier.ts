import { exp } from '@percuta/numerics';
import type { HealValues } from '../heal-stage.ts';

/**
 * (heal.9) Water that leaves the skin through open pores, kg/m²/s: pores evaporate by their perimeter, in series with
 * the air over the skin. n in 1/m², a in m, t since the session in s. Derived, not tested on skin.
 */
export const waterLoss = (
  pores: { readonly density: number; readonly gapRadius: number },
  time: number,
  p: Pick<HealValues, 'TEWL0' | 'dc_v' | 'D_v' | 'delta_bl' | 'tau_plug'>,
): number => {
  const open = pores.gapRadius * exp(-time / p.tau_plug);
  if (open <= 0 || pores.density <= 0) return p.TEWL0;
  return p.TEWL0 + p.dc_v / (1 / (4 * p.D_v * pores.density * open) + p.delta_bl / p.D_v);
};
