import {
  courseRegionOf,
  lengthsFor,
  type DocumentedLengths,
  type IndicationId,
  type Site,
} from '@percuta/evidence';
import type { Case } from './case.ts';

/** Concerns for which no needle length is documented, but which guides treat under the name of rejuvenation. */
const treatedAs: Partial<Record<IndicationId, IndicationId>> = {
  'texture-and-tone': 'rejuvenation',
  'enlarged-pores': 'rejuvenation',
};

export interface KnownLengths extends DocumentedLengths {
  /** The indication the lengths were documented for. */
  readonly documentedFor: IndicationId;
}

/** Needle lengths documented for the concern of a case at a site; undefined where nobody states any. */
export const documentedLengths = (given: Case, site: Site): KnownLengths | undefined => {
  const { indication } = given.concern;
  const documentedFor = treatedAs[indication] ?? indication;
  const lengths = lengthsFor(documentedFor, courseRegionOf(site.id), { site: site.id });
  return lengths && { ...lengths, documentedFor };
};
