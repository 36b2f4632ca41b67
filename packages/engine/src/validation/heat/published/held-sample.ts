import type { HeatCase } from '../measured/heat-case.ts';
import type { SetUp } from './cannula.ts';
import { gather, isStated, type Experiment } from './experiment.ts';

const skinBurns = ['henriques-burn', 'weaver-stoll-burn', 'takata-burn'];
const collagen = [
  'agah-artery-coagulation',
  'collagen-birefringence-rat-skin',
  'collagen-rat-tail-tendon',
  'collagen-rabbit-patellar',
];

const slab = (title: string, sides: object, thick: string): HeatCase['document'] => ({
  kind: 'percuta heat problem',
  version: 1,
  title,
  domain: {
    kind: 'line',
    metric: 'slab',
    from: '0 mm',
    to: thick,
    grid: { finest: '0.02 mm', growth: 1.1 },
    sides,
  },
  materials: { skin: { like: 'dermis' } },
  layers: [{ material: 'skin' }],
  initial: '35 °C',
});

/** How long a run lasts and how fine its steps are: ten times what was measured, in a thousand steps. SI seconds. */
const lasting = (measured: number): Record<string, string> => ({
  lasts: `${10 * measured} s`,
  step: `${0.01 * measured} s`,
});

/** Skin below a surface held at a temperature, until its basal layer has taken a dose of one. */
export const heldSurface = (experiment: Experiment, measured: number): SetUp | readonly string[] => {
  if (!isStated(experiment, 'surface')) return ['temperature of the surface'];
  const gathered = gather(experiment, ['surface'], {
    basal: { from: '0.06 mm', to: '0.12 mm' },
    kinetics: { one_of: skinBurns },
  });
  return {
    ...gathered,
    values: { ...gathered.values, ...lasting(measured) },
    document: {
      ...slab(
        `${experiment.id}: skin below a held surface`,
        { start: { thermal: { fixed: '{surface}' } }, end: { thermal: 'open' } },
        '20 mm',
      ),
      end: { at: '{lasts}' },
      step: '{step}',
      kinetics: ['{kinetics}'],
      outputs: { probes: [{ name: 'dose', at: { z: '{basal}' }, quantity: { damage: '{kinetics}' } }] },
    },
  };
};

/** A sample that is at its temperature from the start, until collagen has taken a dose of one. */
export const heldSample = (experiment: Experiment, measured: number): SetUp | readonly string[] => {
  if (!isStated(experiment, 'held')) return ['temperature of the sample'];
  const gathered = gather(experiment, ['held'], { kinetics: { one_of: collagen } });
  return {
    ...gathered,
    values: { ...gathered.values, ...lasting(measured) },
    document: {
      ...slab(`${experiment.id}: sample at its temperature`, { start: {}, end: {} }, '1 mm'),
      initial: '{held}',
      end: { at: '{lasts}' },
      step: '{step}',
      kinetics: ['{kinetics}'],
      outputs: { probes: [{ name: 'dose', at: { z: '0.5 mm' }, quantity: { damage: '{kinetics}' } }] },
    },
  };
};

/** A sample heated evenly, until half of its collagen has changed. */
export const scannedSample = (experiment: Experiment): SetUp | readonly string[] => {
  if (/dry|dried/i.test(experiment.tissue)) return ['kinetics of dry collagen'];
  const gathered = gather(experiment, [], {
    // 2 to 20 K/min in tissue of 3.92 MJ/m3/K.
    heating: { from: '0.1307 MW/m3', to: '1.307 MW/m3' },
    kinetics: { one_of: collagen },
  });
  return {
    ...gathered,
    document: {
      ...slab(`${experiment.id}: sample heated evenly`, { start: {}, end: {} }, '1 mm'),
      domain: {
        kind: 'line',
        metric: 'slab',
        from: '0 mm',
        to: '1 mm',
        grid: { finest: '0.5 mm' },
        sides: { start: {}, end: {} },
      },
      sources: [{ kind: 'uniform', density: '{heating}' }],
      initial: '20 °C',
      end: { at: '2400 s' },
      step: '4 s',
      kinetics: ['{kinetics}'],
      outputs: {
        probes: [
          { name: 'sample', at: { z: '0.5 mm' } },
          { name: 'dose', at: { z: '0.5 mm' }, quantity: { damage: '{kinetics}' } },
        ],
      },
    },
  };
};
