import type { LabelledUse } from '@percuta/evidence';
import { mostTreated } from '../../case/exclusions.ts';
import type { Limit, Subject } from '../limit.ts';

const shared = { level: 'case', isOverridable: true } as const;

/** Fields of a label keep their own provenance; a label without one states nothing. */
export const labelAge: Limit = {
  ...shared,
  id: 'label-age',
  title: 'age the label covers',
  isPerDevice: true,
  standsAlone: true,
  unit: 'years',
  direction: 'at least',
  bound: ({ sheet }) => sheet.label?.min_age,
  assess: ({ given }) => ({ value: given.person.age }),
  remedy: 'another device, or waiting',
};

/** The uses of the label that cover the indication at this site. */
export const labelledUses = ({
  sheet,
  given,
  site,
}: Pick<Subject, 'sheet' | 'given' | 'site'>): LabelledUse[] =>
  (sheet.label?.indications?.value ?? []).filter(
    (use) =>
      use.id === given.concern.indication &&
      (use.regions?.includes(site.region) ?? true) &&
      (use.sites?.includes(site.id) ?? true),
  );

const covers = (use: LabelledUse, phototype: string): boolean =>
  use.phototypes?.some((covered) => covered === phototype) ?? true;

export const labelPhototype: Limit = {
  ...shared,
  id: 'label-phototype',
  title: 'labelled uses that cover this phototype',
  isPerDevice: true,
  unit: '1',
  direction: 'at least',
  bound: (subject) => {
    const field = subject.sheet.label?.indications;
    return field === undefined || labelledUses(subject).length === 0 ? undefined : { ...field, value: 1 };
  },
  assess: (subject) => ({
    value: labelledUses(subject).filter((use) => covers(use, subject.given.person.phototype)).length,
  }),
  remedy: 'a device whose label covers this phototype',
};

/** An area that touches a zone where nothing may be needled, the inside of the orbital rim above all. */
export const exclusionZone: Limit = {
  level: 'case',
  isOverridable: false,
  id: 'exclusion-zone',
  title: 'exclusion zones the area touches',
  unit: '1',
  direction: 'at most',
  bound: () => ({ value: 0, sources: [{ key: 'skinpen-label' }], read: 'label or registry' }),
  assess: ({ given, site }) => ({ value: given.site.touches.length + (site.inside_orbital_rim ? 1 : 0) }),
  remedy: 'an area that keeps clear of it; this cannot be overridden',
};

export const anaesthesiaArea: Limit = {
  ...shared,
  id: 'anaesthetic-area',
  title: 'area under topical anaesthetic in one session',
  unit: 'cm2',
  direction: 'at most',
  bound: ({ given }) =>
    given.anaesthesia?.kind === 'topical'
      ? {
          value: given.anaesthesia.area_limit,
          sources: [],
          read: 'label or registry',
          reason: `label of ${given.anaesthesia.product}, as given in the case`,
        }
      : undefined,
  assess: ({ given: { site, zones = [] } }) => ({
    value: zones.reduce((sum, zone) => sum + mostTreated(zone), mostTreated(site)),
  }),
  remedy: 'a smaller area in each session, or no topical anaesthetic',
};
