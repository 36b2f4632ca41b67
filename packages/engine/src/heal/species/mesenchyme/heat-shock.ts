import type { Species } from '../species.ts';

/** (heal.5) HS' = −HS/tau_HS */
export const heatShock: Species = {
  id: 'HS',
  meaning: 'hsp70-type stress',
  scale: 'arbitrary',
  rest: () => 0,
  rate: (s, p) => -s.HS / p.tau_HS,
  slopes: (_, p) => ({ HS: -1 / p.tau_HS }),
  wounded: (s, w) => Math.max(s.HS, w.shock),
};
