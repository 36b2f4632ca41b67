import { courseRegionOf, lesions, type DeviceSheet, type Site } from '@percuta/evidence';
import { appear, type Appearance } from '../appearance/appear.ts';
import { isReliefLesion, type ReliefLesion } from '../appearance/relief/lesion-shape.ts';
import type { Tissue } from '../appearance/tissue.ts';
import type { Case } from '../case/case.ts';
import { appearanceValues, drawAppearance } from '../ensemble.ts';
import type { Run } from '../run.ts';
import type { Skin } from '../skin/skin.ts';

/** Where and on whom a tissue is looked at. */
export interface SeenZone {
  readonly given: Case;
  readonly sheet: DeviceSheet;
  readonly site: Site;
  readonly skin: Skin;
}

/** The lesions of the problem that is treated whose geometry is described. */
const lesionsOf = ({ concern }: Case): ReliefLesion[] =>
  lesions()
    .filter(({ indication }) => indication === concern.indication)
    .map(({ id }) => id)
    .filter(isReliefLesion);

/** What a healed zone feels and looks like: over as many draws as the tissue has, central values where it has one. */
export const appearZone = ({ given, sheet, site, skin }: SeenZone, tissue: Tissue, run: Run): Appearance => {
  const central = appearanceValues(run.overrides);
  const count = tissue.draws.length;
  const questions = lesionsOf(given).map((lesion) => ({
    lesion,
    route: sheet.class === 'rf' ? ('rf' as const) : ('needling' as const),
    region: courseRegionOf(site.id),
    dermis: skin.dermis,
    seed: run.seed,
  }));
  return appear(tissue, questions, count > 1 ? drawAppearance(count, run) : [central], central);
};
