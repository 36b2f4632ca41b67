import { exp } from '@percuta/numerics';
import type { Rates } from '../rates.ts';
import type { RadialCells } from '../geometry/radial-cells.ts';
import { clip } from '../limiters.ts';
import type { Wound } from '../species/species.ts';

/** What heat has done to one place. */
export interface Burn {
  readonly coag: number;
  /** Share of cells killed. */
  readonly kill: number;
  /** Sublethal heat-shock stress. */
  readonly shock: number;
}

export const noBurn: Burn = { coag: 0, kill: 0, shock: 0 };

/** (heal.6) What a needle, and heat if there was any, does to a ring around a gap of this radius (m). */
export const woundOf = (
  radial: RadialCells,
  ring: number,
  gapRadius: number,
  burn: Burn,
  p: Rates,
): Wound => {
  const inner = radial.edges[ring];
  const outer = radial.edges[ring + 1];
  const distance = Math.max(radial.centres[ring] - gapRadius, 0);
  const gap = clip((gapRadius - inner) / (outer - inner));
  const halo = Math.max(gap, p.halo_amp * exp(-distance / p.lam_bleed));
  return {
    gap,
    kill: Math.max(gap, exp(-distance / p.lam_kill), burn.kill),
    halo: halo * (1 - p.coag_seal * burn.coag),
    cut: p.f_cut * Math.max(gap, exp(-distance / p.lam_cut)),
    coag: burn.coag,
    shock: burn.shock,
  };
};

/** A layer pierced in part takes that part of everything. */
export const weakened = (wound: Wound, share: number): Wound => ({
  gap: wound.gap * share,
  kill: wound.kill * share,
  halo: wound.halo * share,
  cut: wound.cut * share,
  coag: wound.coag * share,
  shock: wound.shock,
});

/** (heal.6) A coagulation column of prescribed radius (m), for comparison with published columns. */
export const columnBurn = (radius: number, coagulationRadius: number, p: Rates): Burn => {
  const coag = 1 / (1 + exp((radius - coagulationRadius) / p.w_coag));
  const off = (radius - coagulationRadius - p.hs_off) / p.w_hs;
  return { coag, kill: coag, shock: exp(-off * off) };
};

/** (heal.6) What damage integrals of collagen and of cells mean. */
export const damageBurn = (collagen: number, cell: number, p: Rates): Burn => ({
  coag: 1 - exp(-collagen),
  kill: 1 - exp(-cell),
  shock: p.Omega_lo <= cell && cell <= p.Omega_hi ? 1 : 0,
});
