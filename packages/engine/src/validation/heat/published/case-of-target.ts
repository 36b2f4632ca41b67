import { heatCaseSchema, type HeatCase, type Measure, type Prediction } from '../measured/heat-case.ts';
import { amount } from '../verification-file.ts';
import { cannula, type SetUp } from './cannula.ts';
import { experimentOf, type Experiment } from './experiment.ts';
import { heldSample, heldSurface, scannedSample } from './held-sample.ts';
import { microneedle } from './microneedle.ts';
import type { Target } from './published-file.ts';
import { readingOf, type Changes, type Measured, type Reading } from './reading.ts';
import { amountText } from './setting.ts';

/** How a quantity of a record is simulated, or what it lacks. */
export type Simulated =
  | { readonly given: HeatCase; readonly sampled: readonly string[] }
  | { readonly lacks: readonly string[] };

type Quantity = Target['measured'][number];

const inSkin = /skin|dermis/i;
const byNeedle = /needle|cannula|electrode|monopolar|bipolar|insulated|probe|gauge/i;

/** Seconds. */
const timeOf = ({ value, unit = 's' }: Quantity): number => amount(amountText(value ?? 1, unit));

/** The set-up that stands for what the record says was done. */
const setUpOf = (experiment: Experiment, quantity: Quantity): SetUp | readonly string[] => {
  const { of } = experiment.reading;
  if ('halfChange' in of) return scannedSample(experiment);
  if ('timeTo' in of)
    return of.timeTo === 'necrosis'
      ? heldSurface(experiment, timeOf(quantity))
      : heldSample(experiment, timeOf(quantity));
  if (/laser|ultrasound|surface (active )?electrode|plate/i.test(experiment.words))
    return ['a set-up of needles'];
  const isNeedle = byNeedle.test(experiment.words) || experiment.settings['diameter'] !== undefined;
  if (!isNeedle) return ['a set-up of needles'];
  return inSkin.test(experiment.tissue) ? microneedle(experiment) : cannula(experiment);
};

/** The probe of a temperature: the only one, or that of the medium which the tissue of the record names. */
const probeOf = (document: HeatCase['document'], tissue: string): string => {
  const { probes = [] } = (document['outputs'] ?? {}) as {
    readonly probes?: readonly { readonly name: string }[];
  };
  const media = probes.map(({ name }) => name).filter((name) => name.startsWith('in '));
  return media.find((name) => tissue.toLowerCase().includes(name.slice(3))) ?? media[0] ?? 'sensor';
};

const measureOf = (run: string, of: Measured, probe: string): Measure => {
  if ('extent' in of) return { run, contour: 'zone', extent: of.extent };
  if ('timeTo' in of) return { run, first: 'dose', reaches: '1' };
  if ('halfChange' in of) return { run, probe: 'sample', when: { probe: 'dose', reaches: '0.6931' } };
  return { run, probe };
};

const predictionOf = ({ of, how, less }: Reading, probe: string, lessText: string): Prediction => {
  const first = measureOf('first', of, probe);
  if (less !== undefined) return { difference: [first, { value: lessText }] };
  if (how === 'alone') return first;
  const second = measureOf('second', of, probe);
  return how === 'ratio' ? { ratio: [first, second] } : { difference: [first, second] };
};

const inSection = /histolog|h&e|stain|section|biops/i;

const caseOf = (
  experiment: Experiment,
  { document, values, draws }: SetUp,
  quantity: number,
  isStained: boolean,
): HeatCase => {
  const { reading } = experiment;
  const distance = 'temperatureAt' in reading.of ? (reading.of.temperatureAt ?? '0.5 mm') : '0.5 mm';
  const runs = reading.sides.map((side): Changes => ({ distance, ...values, ...side }));
  const less = reading.less === undefined ? '' : (runs[0]?.[reading.less] ?? reading.less);
  const isSize = 'extent' in reading.of;
  return heatCaseSchema.parse({
    id: `${experiment.id}-${quantity}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    study: experiment.study,
    prior: 'what the record does not state, drawn from ranges of this reader',
    draws,
    document,
    runs: Object.fromEntries(runs.map((run, n) => [n === 0 ? 'first' : 'second', run])),
    predicts: [
      {
        record: experiment.id,
        quantity,
        is: predictionOf(reading, probeOf(document, experiment.tissue), less),
        ...(isSize && isStained ? { stained: true } : {}),
      },
    ],
  });
};

/** How one quantity of a record is simulated from what the record states, with ranges for what it leaves open. */
export const caseOfTarget = (target: Target, place: number): Simulated => {
  const quantity = target.measured[place];
  if (quantity?.value === undefined) return { lacks: ['a number that was measured'] };
  const reading = readingOf(quantity.quantity);
  if (reading === undefined) return { lacks: [`a reading of "${quantity.quantity}" from a simulation`] };
  const experiment = experimentOf(target, reading);
  const setUp = setUpOf(experiment, quantity);
  if (!('document' in setUp)) return { lacks: setUp };
  const isStained = inSection.test(`${experiment.words} ${quantity.quantity} ${target.location}`);
  return { given: caseOf(experiment, setUp, place, isStained), sampled: setUp.sampled };
};
