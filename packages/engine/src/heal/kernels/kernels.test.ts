import { centralValues } from '@percuta/evidence';
import { createKernels, createRandom, log1p, type KernelBuild } from '@percuta/numerics';
import { describe, expect, test } from 'vitest';
import { cellRadius } from '../geometry/radial-cells.ts';
import { layerDepths, tissueOf } from '../geometry/tissue.ts';
import { healParameters } from '../heal-stage.ts';
import { healingSystem } from '../integrate/healing-system.ts';
import { emptyLocal, readLocal } from '../integrate/local.ts';
import { normalPlace } from '../place.ts';
import { ratesOf } from '../rates.ts';
import { indexOf, moving, species } from '../species/species-list.ts';
import { speciesIds } from '../species/species.ts';
import { createReactionJacobian, reactionPattern } from '../testing/reaction-jacobian.ts';
import { createFieldRows } from '../transport/field-rows.ts';
import { depthEdges, radialEdges } from '../transport/diffuse.ts';
import { healKernelsOf } from './heal-kernels.ts';
import { reactionEntries, reactionRates } from './reaction-table.ts';

const width = speciesIds.length;
const values = { ...centralValues(healParameters), N_r: 9 };
const p = ratesOf(values, { ...normalPlace, C_set: 0.9, h_col: 0.8, h_c3: 0.7, h_mmp: 2 });
const tissue = tissueOf(cellRadius(2e6), layerDepths(1.2e-3, { n_layers: 3, z_grade: 1 }), p);
const { places } = tissue;

/** Places far apart: some far from rest, some with states below 0, one at rest, one with nothing at all. */
const fieldOf = (seed: number): Float64Array => {
  const random = createRandom(seed);
  const y = Float64Array.from({ length: places * width }, (_, i) => {
    const scale = [0.01, 1, 30][Math.floor(i / width) % 3] ?? 1;
    return species[i % width].rest(p) + scale * (random.next() - 0.3);
  });
  y.fill(0, 0, width);
  for (let i = 0; i < width; i += 1) y[width + i] = species[i].rest(p);
  return y;
};

const kernelRates = (y: Float64Array, build: KernelBuild): Float64Array => {
  const out = new Float64Array(y.length);
  healingSystem(tissue, p, build).rates(y, out);
  return out;
};

const kernelSlopes = (y: Float64Array, build: KernelBuild): Float64Array[] => {
  const kernels = createKernels(build);
  const states = createFieldRows(places, kernels);
  const given = kernels.doubles(reactionRates.length);
  given.data.set(reactionRates.map((name) => p[name]));
  const out = kernels.doubles(reactionEntries.length * states.lead);
  const rows = kernels.doubles(reactionEntries.length);
  rows.data.set(reactionEntries.map((_, e) => out.offset + 8 * states.lead * e));
  states.read(y);
  const run = healKernelsOf(kernels);
  for (const slopes of [run.woundSlopes, run.tissueSlopes]) {
    slopes(rows.offset, states.row(0), given.offset, states.lead);
  }
  return reactionEntries.map((_, e) => out.data.slice(e * states.lead, e * states.lead + places));
};

/** The equations as their files state them, place by place and edge by edge. */
const statedRates = (y: Float64Array): Float64Array => {
  const s = emptyLocal();
  const out = new Float64Array(y.length);
  for (let place = 0; place < places; place += 1) {
    readLocal(s, y, place * width, p);
    species.forEach((one, i) => (out[place * width + i] = one.rate(s, p)));
  }
  const radial = radialEdges(tissue);
  for (const { from, to, giving, taking } of [...radial, ...depthEdges(tissue)]) {
    for (const i of moving) {
      const [a, b] = [from * width + i, to * width + i];
      const flow = (species[i].diffusivity?.(p) ?? 0) * (y[b] - y[a]);
      out[a] += giving * flow;
      out[b] -= taking * flow;
    }
  }
  const attraction = (place: number): number =>
    log1p(Math.max(y[place * width + indexOf['P']], 0) / p.P_chem);
  for (const { from, to, giving, taking } of radial) {
    const [a, b] = [from * width + indexOf['F'], to * width + indexOf['F']];
    const q = p.chi_F * (attraction(to) - attraction(from));
    const flow = q * Math.max(y[q > 0 ? a : b], 0);
    out[a] -= giving * flow;
    out[b] += taking * flow;
  }
  return out;
};

/** 0 and −0 are the same number. */
const plain = (values: Float64Array): Float64Array => values.map((value) => value + 0);

describe.each([1, 2, 3])('in random fields (%i)', (seed) => {
  const y = fieldOf(seed);

  test('rates of the tissue have the same bits in JavaScript, in WebAssembly and as stated', () => {
    const compiled = kernelRates(y, 'f64');
    expect(kernelRates(y, 'reference')).toEqual(compiled);
    expect(plain(compiled)).toEqual(plain(statedRates(y)));
    expect(compiled.every(Number.isFinite)).toBe(true);
    // At rest, in the second place, nothing reacts; in the others nearly everything does.
    expect(compiled.filter((rate) => rate !== 0).length).toBeGreaterThan(0.8 * compiled.length);
  });

  test('so have the derivatives of the reactions', () => {
    const compiled = kernelSlopes(y, 'f64');
    expect(kernelSlopes(y, 'reference')).toEqual(compiled);
    const [s, jacobianAt] = [emptyLocal(), createReactionJacobian()];
    for (let place = 0; place < places; place += 1) {
      readLocal(s, y, place * width, p);
      const stated = jacobianAt(s, y, place * width, p);
      const found = Float64Array.from(compiled, (row) => row[place] + 0);
      expect(found).toEqual(
        Float64Array.from(reactionEntries, ([i, j]) => stated[indexOf[i] * width + indexOf[j]] + 0),
      );
    }
  });
});

test('the entries are those that some equation can give', () => {
  const has = reactionPattern(p);
  const stated = speciesIds.flatMap((a, i) => speciesIds.filter((_, j) => has(i, j)).map((b) => `${a} ${b}`));
  expect(reactionEntries.map(([a, b]) => `${a} ${b}`)).toEqual(stated);
});
