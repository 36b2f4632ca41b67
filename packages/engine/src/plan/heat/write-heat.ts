import type { Band } from '../../band.ts';
import { patternText } from '../../heat/emulator/shot-pattern.ts';
import type { TrainedEmulator } from '../../heat/emulator/trained.ts';
import { shown, shownBand } from '../../wire.ts';
import type { FinalistCheck, HeatColumn, HeatSummary } from './heat-summary.ts';

const share = (value: number): number => Number(value.toPrecision(3));

const bandIfAny = (band: Band | undefined, unit: string) =>
  band === undefined ? null : shownBand(band, unit);

const writeColumn = ({ share: drawn, width, from, to, toEpidermis, toFat, volume }: HeatColumn) => ({
  share_of_draws: shown(drawn, '%'),
  width: bandIfAny(width, 'mm'),
  from: bandIfAny(from, 'mm'),
  to: bandIfAny(to, 'mm'),
  to_epidermis: bandIfAny(toEpidermis, 'mm'),
  to_fat: bandIfAny(toFat, 'mm'),
  volume: shownBand(volume, 'mm3'),
});

/** What heat does in a course, as `plan.json` has it. */
export const writeHeat = ({ collagen, cells }: HeatSummary) => ({
  coagulation: writeColumn(collagen),
  cell_death: writeColumn(cells),
});

/** An emulator that a plan asked, and how far to trust it. */
export const writeEmulator = ({ model, pattern, runs, heldBack, cost }: TrainedEmulator) => ({
  model,
  shots: patternText(pattern),
  runs,
  held_back_runs: heldBack.runs,
  answers_held_back: heldBack.of,
  within_stated_error: share(heldBack.inside / heldBack.of),
  times_faster: Math.round(cost.run / cost.answer),
});

/** A course recomputed with the whole model beside its emulator. */
export const writeFinalist = ({ candidate, draw, answers }: FinalistCheck) => ({
  candidate,
  draw,
  answers: answers.map(({ name, emulator, model, apart }) => ({
    name,
    emulator: shown(emulator, '°C', 4),
    model: shown(model, '°C', 4),
    apart: share(apart),
  })),
});
