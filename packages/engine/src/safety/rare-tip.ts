import { sampleValue, type DeviceSheet } from '@percuta/evidence';
import { log, normalCdf, type RareEvent } from '@percuta/numerics';
import { skinParameters } from '../skin/parameters.ts';
import { buildSkin, type SkinKnowledge } from '../skin/skin.ts';
import type { Values } from '../stage.ts';
import { safetyParameters, type SafetyValues } from './parameters.ts';
import { trackCeiling } from './track.ts';

type SkinValues = Values<typeof skinParameters>;

/** Everything that decides whether one tip at one place leaves the dermis. */
interface TipAtPlace {
  readonly sheet: DeviceSheet;
  /** Of the dial, m. */
  readonly depth: number;
  readonly known: SkinKnowledge;
  /** Values at rest: what is drawn replaces them. */
  readonly central: { readonly skin: SkinValues; readonly safety: SafetyValues };
  /** Is it drawn, by dotted name? What a run has set is not. */
  readonly isDrawn: (name: string) => boolean;
}

/** Ranks of epidermis and dermis, shape of the spread, what makes a track longer, and the place. */
const dimensions = 7;

/**
 * A tip that leaves the dermis as an event of standard normal coordinates, to find its chance where draws by the
 * thousand hold too few of them: border and track are those of (safety.1) and (safety.2), the place is drawn as well.
 */
export const tipLeaving = ({ sheet, depth, known, central, isDrawn }: TipAtPlace): RareEvent => {
  const drawn = {
    personLogSd: isDrawn('skin.personLogSd'),
    withinShare: isDrawn('skin.withinShare'),
    compression: isDrawn('safety.compression'),
    dialTolerance: isDrawn('safety.dialTolerance'),
  };
  const { personLogSd, withinShare } = skinParameters;
  const { compression, dialTolerance } = safetyParameters;
  return {
    dimensions,
    margin: ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, place = 0]) => {
      const skin = buildSkin(
        known,
        { stratumCorneum: 0.5, epidermis: normalCdf(a), dermis: normalCdf(b), fat: 0.5 },
        {
          ...central.skin,
          ...(drawn.personLogSd ? { personLogSd: sampleValue(personLogSd, normalCdf(c)) } : {}),
          ...(drawn.withinShare ? { withinShare: sampleValue(withinShare, normalCdf(d)) } : {}),
        },
      );
      const ceiling = trackCeiling(sheet, depth, {
        compression: drawn.compression ? sampleValue(compression, normalCdf(e)) : central.safety.compression,
        dialTolerance: drawn.dialTolerance
          ? sampleValue(dialTolerance, normalCdf(f))
          : central.safety.dialTolerance,
      });
      return log((skin.epidermis + skin.dermis) / ceiling) + skin.withinLogSd * place;
    },
  };
};
