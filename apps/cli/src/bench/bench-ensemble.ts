import { defaultRun, drawCount, readProtocol, simulateHealingWith } from '@percuta/engine';
import { deviceSheet } from '@percuta/evidence';
import { benchCase } from '../bench-case.ts';
import { drawPool } from '../parallel/draw-pool.ts';

/** The whole calibrated ensemble of one zone. */
export interface EnsembleTiming {
  readonly draws: number;
  readonly layers: number;
  readonly sessions: number;
  readonly threads: number;
  /** Of all threads together, s. */
  readonly processor: number;
  readonly clock: number;
  /** s by the clock on as many cores as threads. */
  readonly limit: number;
}

const layers = 6;
const threads = 2;
const device = 'skinpen_precision';

const protocolOf = () =>
  readProtocol({
    kind: 'percuta protocol',
    version: 1,
    title: 'bench',
    case: benchCase,
    device: { id: device, depth: '1 mm', passes: 4 },
    zones: [{ name: 'all' }],
    sessions: ['0 days'],
  });

/** Heals every calibrated draw for a year after one session, on two threads. */
export const benchEnsemble = async (): Promise<EnsembleTiming> => {
  const run = { ...defaultRun, ensemble: drawCount, overrides: { 'heal.n_layers': String(layers) } };
  const [before, start] = [process.cpuUsage(), performance.now()];
  await simulateHealingWith(drawPool(threads), protocolOf(), deviceSheet(device), run);
  const { user, system } = process.cpuUsage(before);
  return {
    draws: drawCount,
    layers,
    sessions: 1,
    threads,
    processor: (user + system) / 1e6,
    clock: (performance.now() - start) / 1000,
    limit: 240,
  };
};
