import type { CellField } from '@percuta/numerics';
import type { Fields, Glance, Tried } from '../march/progress.ts';
import type { JouleHeat } from '../potential/joule.ts';
import type { Resident } from './resident.ts';

/** A value that is made when it is first asked for. */
const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** The number of the first cell of tissue with a rise, looked for from a plane on; 0 where none has it. */
const cellWith = ({ heat, place: { grid } }: Resident, rise: number, plane: number): number => {
  const values = heat.flow.temperature.elements();
  const perHeat = heat.flow.perHeat.elements();
  const nx = grid.x.count;
  for (let row = Math.max(0, plane) * nx * grid.y.count; row < grid.cells; row += nx) {
    const start = heat.capacity.place(row);
    for (let i = 0; i < nx; i++) if (values[start + i] === rise && perHeat[start + i] > 0) return row + i;
  }
  return 0;
};

const shareOf = (over: number, latent: number): number =>
  over <= 0 ? 0 : latent > 0 ? Math.min(1, over / latent) : 1;

/** Share of vapour of one cell. */
const shareAt =
  ({ heat: { flow } }: Resident) =>
  (cell: number): number =>
    shareOf(flow.enthalpy.get(cell) - flow.boiling.get(cell), flow.latent.get(cell));

/** The first cell with the largest share of vapour. */
const mostBoiledOf = ({ heat, place: { grid } }: Resident): number => {
  const [enthalpy, boiling, latent] = [heat.flow.enthalpy, heat.flow.boiling, heat.flow.latent].map((field) =>
    field.elements(),
  );
  const nx = grid.x.count;
  let [cell, most] = [0, 0];
  for (let row = 0; row < grid.cells; row += nx) {
    const start = heat.capacity.place(row);
    for (let at = start; at < start + nx; at++) {
      const over = enthalpy[at] - boiling[at];
      if (over <= 0) continue;
      const share = shareOf(over, latent[at]);
      if (share > most) [cell, most] = [row + at - start, share];
    }
  }
  return cell;
};

const glanceOf = (resident: Resident): Glance => {
  const { flow, reference } = resident.heat;
  const found = once(() => flow.extremes());
  return {
    temperatureOf: (cell) => reference + flow.temperature.get(cell),
    hottest: once(() => cellWith(resident, found().hottest, found().plane)),
    vapourOf: shareAt(resident),
    mostBoiled: once(() => (found().boiled > 0 ? mostBoiledOf(resident) : undefined)),
  };
};

const kelvin = (field: CellField, reference: number): Float64Array => {
  const values = field.read();
  for (let cell = 0; cell < values.length; cell++) values[cell] += reference;
  return values;
};

const vapourOf = ({ heat: { flow } }: Resident): Float64Array => {
  const [shares, latent, boiling] = [flow.enthalpy.read(), flow.latent.read(), flow.boiling.read()];
  return shares.map((enthalpy, cell) => shareOf(enthalpy - boiling[cell], latent[cell]));
};

/** Damage by name, read where it is asked for. */
const damageOf = (resident: Resident): ReadonlyMap<string, Float64Array> =>
  new Map([...resident.doses].map(([name, dose]) => [name, dose.read()]));

/**
 * The fields that are in memory at a time, read out when they are looked at. They hold until the next step is taken.
 */
export const fieldsAt = (resident: Resident, time: number): Fields => {
  const { heat, place, rods } = resident;
  const { ofCell } = place.medium;
  const temperatures = once(() => kelvin(heat.flow.temperature, heat.reference));
  const vapour = once(() => vapourOf(resident));
  const damage = once(() => damageOf(resident));
  const enthalpy = once(() =>
    heat.flow.enthalpy.read().map((value, cell) => value * heat.volumicHeats[ofCell[cell]]),
  );
  return {
    time,
    heat: {
      get enthalpy() {
        return enthalpy();
      },
      rods,
    },
    get temperatures() {
      return temperatures();
    },
    get vapour() {
      return vapour();
    },
    get damage() {
      return damage();
    },
    glance: glanceOf(resident),
  };
};

/** The electric side of a step that was tried, read out when it is looked at. */
export const electricOf = ({ potential }: Resident): Tried['electric'] => {
  const { solved, unknowns, sigma } = potential;
  if (solved === undefined) return undefined;
  const fields = once(() => {
    const found = unknowns.map(({ value }) => value.read());
    const rest = new Float64Array(potential.model.grid.cells).fill(1);
    for (const field of found) for (let cell = 0; cell < rest.length; cell++) rest[cell] -= field[cell];
    return [...found, rest];
  });
  return {
    get sigma() {
      return sigma.read();
    },
    bases: {
      ...solved,
      iterations: 0,
      get fields() {
        return fields();
      },
    },
    earlier: undefined,
  };
};

/** Heat of the currents in each cell, W, read out when it is looked at. */
export const jouleShown = ({ heat, base }: Resident): JouleHeat => {
  const cells = once(() => {
    const [all, without] = [heat.flow.source.read(), base.read()];
    return all.map((value, cell) => value - without[cell]);
  });
  return {
    get cells() {
      return cells();
    },
    metal: [],
  };
};
