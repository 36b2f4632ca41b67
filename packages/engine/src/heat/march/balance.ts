import type { HeatModel } from '../bioheat/heat-model.ts';
import type { Balances } from '../heating.ts';
import type { Fields, Tried } from './progress.ts';
import type { JouleHeat } from '../potential/joule.ts';
import type { Setting } from './setting.ts';

const sum = (values: Float64Array): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** Heat in tissue and metal, J above the reference of the enthalpies (metal: above 0 K). */
export const storedHeat = ({ heat: { rods, volumes } }: Setting, { heat }: Fields): number => {
  let total = 0;
  for (let cell = 0; cell < volumes.length; cell++) total += volumes[cell] * heat.enthalpy[cell];
  rods.forEach(({ capacities }, r) => {
    capacities.forEach((capacity, n) => {
      total += capacity * heat.rods[r][n];
    });
  });
  return total;
};

/** W into the domain through what has a temperature of its own: blood, sides, held metal; and metabolism. */
const exchangeRate = ({ anchor, supply, embedding }: HeatModel, temperatures: Float64Array): number => {
  let total = 0;
  for (let cell = 0; cell < anchor.length; cell++) {
    if (embedding.metal[cell] === 0) total += supply[cell] - anchor[cell] * temperatures[cell];
  }
  return total;
};

/** W into metal through contacts, and what of it held metal carries away. */
const metalOf = (
  { electrodes }: Setting,
  joule: JouleHeat | undefined,
): { readonly all: number; readonly away: number } => {
  const powers = electrodes.map((_, electrode) => sum(joule?.metal[electrode] ?? new Float64Array(0)));
  const held = powers.filter((_, electrode) => electrodes[electrode].metal.kind === 'held');
  return { all: powers.reduce((a, b) => a + b, 0), away: held.reduce((a, b) => a + b, 0) };
};

export const noBalances: Balances = { electric: 0, joule: 0, stored: 0, sources: 0, exchanged: 0 };

/** The account after one more accepted step, or of one second of a steady state. */
export const accountOf = (
  before: Balances,
  setting: Setting,
  now: Fields,
  tried: Tried,
  sources: Float64Array | undefined,
): Balances => {
  const { after, duration, currents, groupVolts, joule } = tried;
  const exchanged = tried.exchanged ?? duration * exchangeRate(setting.heat, after.temperatures);
  const carried = metalOf(setting, joule);
  const electric = currents.reduce((total, current, n) => {
    const { from, to } = setting.drives[n];
    return total + current * (groupVolts[from] - groupVolts[to]);
  }, 0);
  return {
    electric: before.electric + electric * duration,
    joule: before.joule + (joule === undefined ? 0 : (sum(joule.cells) + carried.all) * duration),
    stored: before.stored + storedHeat(setting, after) - storedHeat(setting, now),
    sources: before.sources + (sources === undefined ? 0 : sum(sources) * duration),
    exchanged: before.exchanged + exchanged - carried.away * duration,
  };
};
