import { byDepth, type SessionSettings, type Settings } from '../case/protocol.ts';
import type { Setting } from '../plan/situation.ts';
import { reachedShare } from '../plan/target.ts';
import { countPunctures, insertNeedles, type Punctures } from '../puncture/puncture.ts';

/** What adds up over passes and sessions, per area of a zone, 1/m2. */
type Counted = (punctures: Punctures) => number;

const columnOf = ({ sheet, ensemble, skins }: Setting, settings: Settings, of: Counted): Float64Array =>
  new Float64Array(
    ensemble.draws.map((draw, i) => {
      const skin = skins[i];
      if (skin === undefined) return Number.NaN;
      return of(countPunctures(insertNeedles(sheet, settings, skin, draw), settings.passes, skin, draw));
    }),
  );

const overDepths = (setting: Setting, settings: SessionSettings, of: Counted): Float64Array =>
  addUp(
    byDepth(settings).map((one) => columnOf(setting, one, of)),
    setting.ensemble.draws.length,
  );

/**
 * Holes per area that reach the target in one session, 1/m2, one value a draw, so that depths and sessions add up draw
 * by draw.
 */
export const hitsOf = (setting: Setting, settings: SessionSettings): Float64Array => {
  const { target } = setting;
  return overDepths(setting, settings, ({ holeDensity, dermalDensity, insertionDepth }) =>
    target === undefined ? dermalDensity : holeDensity * reachedShare(target, insertionDepth),
  );
};

/** Points per area that bleed in one session, 1/m2, one value a draw. */
export const bleedingOf = (setting: Setting, settings: SessionSettings): Float64Array =>
  overDepths(setting, settings, ({ bleedingDensity }) => bleedingDensity);

/** Columns of the same draws, added draw by draw. */
export const addUp = (columns: readonly Float64Array[], count: number): Float64Array =>
  columns.reduce(
    (total, column) => total.map((value, i) => value + (column[i] ?? Number.NaN)),
    new Float64Array(count),
  );
