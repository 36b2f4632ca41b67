import { readFileSync } from 'node:fs';
import { readHeatProblem, solveHeat } from '@percuta/engine/heat';
import { blockMesh, createConduction, createKernels, type Kernels } from '@percuta/numerics';
import { expect, test } from 'vitest';
import { startHelper } from './helper-of.ts';

const plane = 1024;
const planes = 96;

/** Calls a kernel until the helper takes part. */
const untilHelped = (kernels: Kernels): void => {
  const [y, x] = [kernels.field(plane * planes), kernels.field(plane * planes)];
  const run = kernels.runOver(plane * planes);
  const before = kernels.helped();
  for (const start = performance.now(); kernels.helped() === before;) {
    run.addScaled(y.offset, x.offset, 1, plane, 0, planes);
    if (performance.now() - start > 30_000) throw new Error('the helper does not take part');
  }
  kernels.release(y);
  kernels.release(x);
};

/** Sums of planes of a product, many calls one after another, each of which reads what the one before wrote. */
const chain = (kernels: Kernels): number[] => {
  const [x, y] = [kernels.field(plane * planes), kernels.field(plane * planes)];
  const partials = kernels.doubles(planes);
  for (let i = 0; i < x.length; i++) x.data[i] = ((i * 7919) % 1013) / 1013;
  const run = kernels.runOver(plane * planes);
  for (let n = 0; n < 200; n++) {
    run.addScaled(y.offset, x.offset, 0.3, plane, 0, planes);
    run.scaleAndAdd(x.offset, y.offset, -0.4, plane, 0, planes);
  }
  run.dot(x.offset, y.offset, partials.offset, plane, 0, planes);
  return Array.from(partials.data);
};

test.each(['f32', 'f64'] as const)('two threads write what one writes, bit by bit (%s)', (build) => {
  const one = chain(createKernels(build));
  const kernels = createKernels(build, { helper: startHelper });
  untilHelped(kernels);
  const before = kernels.helped();
  expect(chain(kernels)).toEqual(one);
  expect(kernels.helped()).toBeGreaterThan(before);
  expect(new Set(one).size).toBeGreaterThan(planes / 2);
});

test('a helper that never comes is not waited for', () => {
  const kernels = createKernels('f32', { helper: () => undefined });
  expect(chain(kernels)).toEqual(chain(createKernels('f32')));
  expect(kernels.helped()).toBe(0);
});

test('a helper on which a kernel fails ends the call with an error', () => {
  const kernels = createKernels('f64', {
    helper: (task) => startHelper({ ...task, names: task.names.map(() => 'memory') }),
  });
  expect(() => untilHelped(kernels)).toThrow('a kernel failed on the thread that helps');
});

test('kernels that are given back bring their helper to the next, and another build has its own', () => {
  let started = 0;
  const helper = (task: Parameters<typeof startHelper>[0]) => {
    started += 1;
    startHelper(task);
  };
  createKernels('f32', { helper }).retire();
  const again = createKernels('f32', { helper });
  expect(started).toBe(1);
  untilHelped(again);
  expect(createKernels('f32').hasHelper).toBe(false);
  expect(createKernels('reference', { helper }).hasHelper).toBe(false);
  expect(started).toBe(1);
});

const edges = (count: number): number[] => Array.from({ length: count + 1 }, (_, n) => n / count);

/** Heat in a block with 64 rods, each in a column of its own of 128 cells; gives rods and cells after some steps. */
const rodsInBlock = (helper?: typeof startHelper): number[][] => {
  const conduction = createConduction(blockMesh(edges(16), edges(32), edges(128)), { build: 'f32', helper });
  if (helper !== undefined) untilHelped(conduction.kernels);
  const network = conduction.network();
  const unit = conduction.field();
  unit.write(1);
  conduction.link(unit, network);
  const flow = conduction.heatFlow(network);
  flow.perHeat.write(16 * 32 * 128);
  const anchors = new Float64Array(16 * 32 * 128);
  const lumps = Array.from({ length: 64 }, (_, rod) => {
    const cells = Int32Array.from({ length: 128 }, (__, k) => 8 * rod + 512 * k);
    const conductances = Float64Array.from(cells, (__, k) => 0.02 + 0.001 * ((rod * k) % 13));
    cells.forEach((cell, k) => (anchors[cell] = conductances[k] ?? 0));
    return {
      cells,
      nodes: Int32Array.from(cells, (__, k) => Math.floor(k / 16)),
      conductances,
      capacities: new Float64Array(8).fill(0.001 * (1 + (rod % 5))),
      along: new Float64Array(7).fill(0.01),
      heat: new Float64Array(8).fill(rod),
      rises: new Float64Array(8),
    };
  });
  network.anchor.write(anchors);
  flow.refresh();
  const joined = flow.join(lumps);
  for (let step = 0; step < 10; step++) {
    flow.attempt(1e-4, joined);
    flow.accept();
  }
  const found = [...lumps.map(({ rises }) => Array.from(rises)), Array.from(flow.temperature.read())];
  conduction.kernels.retire();
  return found;
};

test('rods that two threads share have the bits of one', () => {
  const one = rodsInBlock();
  expect(rodsInBlock(startHelper)).toEqual(one);
  expect(new Set(one.flat()).size).toBeGreaterThan(1000);
});

/** The example on a grid that is large enough for a helper, up to 3 ms. */
const largeProblem = () => {
  const file = new URL('../../../../examples/lab/needle-pair.json', import.meta.url);
  const { domain, outputs, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const grid = { finest: '22 um' };
  const fields = outputs.fields.map((field: object) => ({ ...field, times: ['3 ms'] }));
  return readHeatProblem({
    ...rest,
    domain: { ...domain, grid },
    end: { at: '3 ms' },
    outputs: { fields },
  });
};

test('a run of heat on two threads has the bits of one', { timeout: 60_000 }, () => {
  const problem = largeProblem();
  const one = solveHeat(problem);
  const helper = { helper: startHelper };
  const first = createKernels('f32', helper);
  untilHelped(first);
  const before = first.helped();
  first.retire();
  expect(solveHeat(problem, helper)).toEqual(one);
  // The memory goes from one to the next, with its helper and what that has done.
  expect(createKernels('f32', helper).helped()).toBeGreaterThan(before);
  expect(one.fields.length).toBeGreaterThan(0);
});
