import { bandOf, type Band } from '../../band.ts';
import type { Injury } from '../../heat/array/kinetics.ts';
import { epidermisName } from '../../heat/emulator/answers.ts';
import type { AnswerCheck } from '../../heat/emulator/check-answers.ts';
import type { Reach } from '../../heat/emulator/reach-profile.ts';
import { answersIn, type HeatOutcome, type HeatStroke } from './heat-outcome.ts';
import { profileOf, reachIn, upperEnd } from './heat-profile.ts';

/**
 * Where tissue is hurt around the needle that takes most: bands over the draws in which it is, left out where these are
 * too few for one. SI.
 */
export interface HeatColumn {
  /** Share of draws in which there is any. */
  readonly share: number;
  /** Width, and ends below the surface, m. */
  readonly width: Band | undefined;
  readonly from: Band | undefined;
  readonly to: Band | undefined;
  /** From the border of the epidermis down to it, and from it down to the fat, m; negative beyond. */
  readonly toEpidermis: Band | undefined;
  readonly toFat: Band | undefined;
  /** m³ a needle, over all draws. */
  readonly volume: Band;
}

/** Coagulated collagen and dead cells. */
export type HeatSummary = Readonly<Record<Injury, HeatColumn>>;

/** Heat of a setting, worked out as far as it was needed. */
export interface TriedHeat extends Pick<HeatOutcome, 'option' | 'chances'> {
  readonly volumes?: HeatOutcome['volumes'];
  readonly summary?: HeatSummary;
}

/** A course recomputed with the whole model, in one draw. */
export interface FinalistCheck {
  /** Id of the candidate. */
  readonly candidate: string;
  readonly draw: number;
  readonly answers: readonly AnswerCheck[];
}

interface Needle {
  /** Of tissue along the needle that bare metal comes to stand in, m. */
  readonly bare: number;
  readonly radius: number;
}

interface Column {
  readonly width: number;
  readonly from: number;
  readonly to: number;
  readonly epidermis: number;
  readonly border: number;
}

/** Draws below which the ends of a band of 5 to 95 % would be the extremes, and its width mean nothing. */
const leastInBand = 20;

const bandIn = (columns: readonly Column[], of: (column: Column) => number): Band | undefined =>
  columns.length < leastInBand ? undefined : bandOf(new Float64Array(columns.map(of)));

const columnsOf = (
  heat: HeatStroke,
  { option, volumes }: Pick<HeatOutcome, 'option' | 'volumes'>,
  { bare, radius }: Needle,
  injury: Injury,
): Column[] => {
  const answers = answersIn(heat, option);
  const reachOf = (reach: Reach): ((draw: number) => number) => {
    const profile = profileOf(answers, { injury, reach }, heat.skins.length);
    return (draw) =>
      reachIn(profile, draw, { threshold: heat.thresholds[injury][draw] ?? Number.NaN, errors: 0 }) ?? 0;
  };
  const [below, above, beside] = [reachOf('below'), reachOf('above'), reachOf('beside')];
  const epidermis = answers.single(epidermisName(injury));
  const isHurt = (draw: number): boolean =>
    epidermis.at(draw) >= (heat.thresholds[injury][draw] ?? Number.NaN);
  return heat.skins.flatMap((skin, draw): Column[] => {
    const tip = heat.stroke.insertionDepths[draw] ?? 0;
    if (tip <= 0 || !((volumes[injury][draw] ?? 0) > 0)) return [];
    return [
      {
        width: 2 * (radius + beside(draw)),
        from: upperEnd({ tip, bare, epidermis: skin.epidermis }, above(draw), isHurt(draw)),
        to: tip + below(draw),
        epidermis: skin.epidermis,
        border: skin.epidermis + skin.dermis,
      },
    ];
  });
};

/** Central answers of every draw, with no error added: chances carry the error, bands are told without. */
export const heatSummaryOf = (
  heat: HeatStroke,
  outcome: Pick<HeatOutcome, 'option' | 'volumes'>,
  needle: Needle,
): HeatSummary => {
  const columnOf = (injury: Injury): HeatColumn => {
    const columns = columnsOf(heat, outcome, needle, injury);
    return {
      share: columns.length / Math.max(1, heat.skins.length),
      width: bandIn(columns, ({ width }) => width),
      from: bandIn(columns, ({ from }) => from),
      to: bandIn(columns, ({ to }) => to),
      toEpidermis: bandIn(columns, ({ from, epidermis }) => from - epidermis),
      toFat: bandIn(columns, ({ to, border }) => border - to),
      volume: bandOf(outcome.volumes[injury]),
    };
  };
  return { collagen: columnOf('collagen'), cells: columnOf('cells') };
};
