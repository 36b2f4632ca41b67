import type { Settings } from '../case/protocol.ts';
import type { Setting } from '../plan/situation.ts';
import { reachedShare } from '../plan/target.ts';
import { countPunctures, insertNeedles } from '../puncture/puncture.ts';

/** Holes per area that reach the target in one session, one value a draw, so that sessions add up draw by draw. */
export const hitsOf = ({ sheet, ensemble, skins, target }: Setting, settings: Settings): Float64Array =>
  Float64Array.from(ensemble.draws, (draw, i) => {
    const skin = skins[i];
    if (skin === undefined) return Number.NaN;
    const insertion = insertNeedles(sheet, settings, skin, draw);
    const { holeDensity, dermalDensity, insertionDepth } = countPunctures(
      insertion,
      settings.passes,
      skin,
      draw,
    );
    return target === undefined ? dermalDensity : holeDensity * reachedShare(target, insertionDepth);
  });

/** Columns of the same draws, added draw by draw. */
export const addUp = (columns: readonly Float64Array[], count: number): Float64Array =>
  columns.reduce(
    (total, column) => total.map((value, i) => value + (column[i] ?? Number.NaN)),
    new Float64Array(count),
  );
