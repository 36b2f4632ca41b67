import { centralValues } from '@percuta/evidence';
import { exp } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { heatArray } from '../../heat/array/array-heating.ts';
import { coarseMesh as mesh, rfInput, rfSettings, rfSheet } from '../../testing/rf.ts';
import { layerDepths } from '../geometry/tissue.ts';
import { healStage } from '../heal-stage.ts';
import { healingGrid } from '../heal.ts';
import { checkThermalInjury } from './thermal-injury.ts';
import { thermalInjuryOf } from './thermal-injury-of.ts';

const values = centralValues(healStage.parameters);
const input = rfInput(rfSheet(), rfSettings({ energy_per_needle: 0.08 }));
const tissue = healingGrid(1e6, layerDepths(input.skin.dermis, values), values);
const heating = heatArray(input, {}, { mesh });
const injury = thermalInjuryOf(heating, tissue);

/** Rings that lie outside the metal begin here, m. */
const from = tissue.radial.edges.find((edge) => edge >= input.energy.array.radius) ?? 0;

/** Volume of cells that die around one needle, on the cells of the healing, m³. */
const killed = (): number =>
  injury.cell.reduce((total, omega, place) => {
    const { count, areas, edges } = tissue.radial;
    const [ring, layer] = [place % count, Math.floor(place / count)];
    const thickness = (tissue.depths[layer + 1] ?? 0) - (tissue.depths[layer] ?? 0);
    const isOutside = (edges[ring] ?? 0) >= from;
    return isOutside ? total + Math.PI * (areas[ring] ?? 0) * thickness * (1 - exp(-omega)) : total;
  }, 0);

/** The same on the cells of the heat. */
const died = (): number => {
  const { grid, cells, metal, part } = heating.fields;
  const total = cells.reduce((sum, omega, cell) => {
    const [i, j] = [cell % grid.x.count, Math.floor(cell / grid.x.count) % grid.y.count];
    const k = Math.floor(cell / (grid.x.count * grid.y.count));
    const [x, y] = [(grid.x.centres[i] ?? 0) + part.centre.x, (grid.y.centres[j] ?? 0) + part.centre.y];
    const away = Math.min(
      ...part.needles.map((needle) => Math.sqrt((x - needle.x) ** 2 + (y - needle.y) ** 2)),
    );
    const isCounted = metal[cell] === 0 && away >= from && (grid.z.centres[k] ?? 0) > input.skin.epidermis;
    const volume = (grid.x.widths[i] ?? 0) * (grid.y.widths[j] ?? 0) * (grid.z.widths[k] ?? 0);
    return isCounted ? sum + volume * (1 - exp(-omega)) : sum;
  }, 0);
  return total / part.needles.length;
};

test('stands on the cells of the healing', () => {
  expect(() => checkThermalInjury(injury, tissue)).not.toThrow();
});

test('as much dies as in the heat stage', () => {
  expect(killed() / died()).toBeGreaterThan(0.85);
  expect(killed() / died()).toBeLessThan(1.15);
});

test('falls with the distance from the needle in the layer of the tip', () => {
  const layer = tissue.depths.findIndex((depth) => depth >= 0.75e-3) - 1;
  const row = injury.cell.subarray(layer * tissue.radial.count, (layer + 1) * tissue.radial.count);
  expect(row[0] ?? 0).toBeGreaterThan(1);
  expect(row.at(-1) ?? 1).toBeLessThan(0.1);
});
