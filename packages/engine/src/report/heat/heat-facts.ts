import type { RfSettings, RfStop } from '../../case/rf-settings.ts';
import { patternText } from '../../heat/emulator/shot-pattern.ts';
import type { TrainedEmulator } from '../../heat/emulator/trained.ts';
import type { HeatColumn } from '../../plan/heat/heat-summary.ts';
import type { Candidate } from '../../plan/plan.ts';
import type { Fact, HeatRow } from '../content.ts';
import { bandText, chanceText, shareText, uncertainText, valueText } from '../numbers.ts';

const doseText = (
  { energy_per_needle, power, voltage, level, pulse }: Omit<RfStop, 'depth'>,
  { pulses, pause }: Pick<RfSettings, 'pulses' | 'pause'>,
): string => {
  const train = pulses === 1 ? '' : `${pulses} pulses of `;
  const apart = pulses === 1 || pause === undefined ? '' : ` with ${valueText(pause, 'ms')} between`;
  const dose = [
    ...(energy_per_needle === undefined ? [] : [`${valueText(energy_per_needle, 'mJ')} per needle`]),
    ...(power === undefined ? [] : [valueText(power, 'W')]),
    ...(voltage === undefined ? [] : [valueText(voltage, 'V')]),
    ...(level === undefined ? [] : [`level ${level}`]),
    ...(pulse === undefined ? [] : [`in ${train}${valueText(pulse, 'ms')}${apart}`]),
  ];
  return dose.join(' ');
};

const stopText = ({ depth, ...own }: RfStop, first: RfSettings): string =>
  [
    'then',
    ...(first.retraction === undefined ? [] : [`${valueText(first.retraction, 'ms')} later`]),
    `at ${valueText(depth, 'mm')}`,
    doseText(own, first),
  ]
    .filter((part) => part !== '')
    .join(' ');

/**
 * "15 mJ per needle in 100 ms", "... in 2 pulses of 100 ms with 50 ms between", with what is said of shallower depths:
 * "..., then 150 ms later at 1 mm 10 mJ per needle".
 */
export const energyText = (rf: RfSettings): string =>
  [doseText(rf, rf), ...(rf.stops ?? []).map((stop) => stopText(stop, rf))].join(', ');

const withoutBand = ({ share }: HeatColumn): string => (share === 0 ? 'none' : 'too few draws for a band');

const over = (column: HeatColumn, end: 'width' | 'toFat' | 'toEpidermis'): string => {
  const band = column[end];
  return band === undefined ? withoutBand(column) : bandText(band, 'mm');
};

const depthText = (column: HeatColumn): string => {
  const { from, to } = column;
  return from === undefined || to === undefined
    ? withoutBand(column)
    : `${valueText(from.median, 'mm')} (${valueText(from.low, 'mm')}) to ${valueText(to.median, 'mm')} (${valueText(to.high, 'mm')})`;
};

/** A chance with its upper confidence bound, as the limit is held against it. */
const chanceOf = ({ margins }: Candidate, limit: string): string => {
  const margin = margins.find((one) => one.limit === limit);
  return margin === undefined
    ? 'not judged'
    : chanceText(uncertainText({ value: margin.value }, margin.unit), margin.upper);
};

/** What heat does in a course, in the order of the rows; nothing for needles alone. */
export const heatCells = (candidate: Candidate): Record<HeatRow, string> | undefined => {
  const { heat, settings } = candidate;
  if (heat === undefined || settings.rf === undefined) return undefined;
  return {
    energy: energyText(settings.rf),
    coagulates: shareText(heat.collagen.share),
    column: over(heat.collagen, 'width'),
    columnDepth: depthText(heat.collagen),
    columnToFat: over(heat.collagen, 'toFat'),
    diesShare: shareText(heat.cells.share),
    dies: over(heat.cells, 'width'),
    diesVolume: bandText(heat.cells.volume, 'mm3'),
    diesToEpidermis: over(heat.cells, 'toEpidermis'),
    reachesFat: chanceOf(candidate, 'coagulation-reaches-fat'),
    killsEpidermis: chanceOf(candidate, 'heat-reaches-epidermis'),
    boils: chanceOf(candidate, 'vaporisation'),
  };
};

/** How the heat of a device was worked out, and how far it may be off. */
export const emulatorFacts = ({ pattern, runs, heldBack, cost, model }: TrainedEmulator): Fact[] => [
  {
    label: 'Heat',
    value: `of ${patternText(pattern)} by an emulator of ${runs} runs of the whole model`,
    sources: [],
    note: `its error is part of every chance; of ${heldBack.of} answers at ${heldBack.runs} runs it had not seen ${shareText(heldBack.inside / heldBack.of)} lie within the stated error (95 % expected); ${Math.round(cost.run / cost.answer)} times faster than the model it was trained on (${model.slice(0, 12)})`,
  },
];
