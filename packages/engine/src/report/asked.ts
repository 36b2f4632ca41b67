import { deviceSheet, isDeviceId, site as siteOf } from '@percuta/evidence';
import { fromSI } from '@percuta/quantity';
import type { Case } from '../case/case.ts';
import type { Plan } from '../plan/plan.ts';
import { limits } from '../safety/limits.ts';
import type { Fact, OverrideNote } from './content.ts';
import { sheetName } from './device-section.ts';
import { exclusionText, treatedText } from './zones/left-out.ts';
import { counted, listText, sentenceCase, shareText, valueText, wordsOf } from './numbers.ts';

const fact = (label: string, value: string): Fact => ({ label, value, sources: [] });

const optional = (label: string, value: string | undefined): Fact[] =>
  value === undefined || value === '' ? [] : [fact(label, value)];

const personText = ({ person }: Case): string =>
  [
    `${Math.floor(fromSI(person.age, 'years'))} years`,
    ...(person.sex === 'not given' ? [] : [person.sex]),
    `phototype ${person.phototype}`,
    ...(person.bmi === undefined ? [] : [`body mass index ${valueText(person.bmi, 'kg/m2')}`]),
    person.smoking === 'not asked' ? 'smoking not asked' : `smoking: ${person.smoking}`,
  ].join(', ');

const concernText = ({ concern }: Case): string => {
  const shares = Object.entries(concern.subtypes ?? {}).map(
    ([subtype, share]) => `${wordsOf(subtype)} ${shareText(share).replace('.0', '')}`,
  );
  return [wordsOf(concern.indication), ...shares].join(', ');
};

const wishesText = ({ preferences }: Case): string => {
  const { most_downtime, most_sessions, budget_visits } = preferences ?? {};
  return [
    ...(most_downtime === undefined ? [] : [`at most ${valueText(most_downtime, 'days')} of downtime`]),
    ...(most_sessions === undefined ? [] : [`at most ${counted(most_sessions, 'session', 'sessions')}`]),
    ...(budget_visits === undefined ? [] : [`a budget for ${counted(budget_visits, 'visit', 'visits')}`]),
  ].join(', ');
};

const anaesthesiaText = ({ anaesthesia }: Case): string => {
  if (anaesthesia === undefined) return '';
  if (anaesthesia.kind === 'none') return 'none';
  return `${anaesthesia.product}, up to ${valueText(anaesthesia.area_limit, 'cm2')}`;
};

const titleOf = (limit: string): string => limits.find(({ id }) => id === limit)?.title ?? limit;

const measuredText = ({ measured }: Case): string =>
  (measured ?? [])
    .map(
      ({ layer, value, error, method }) =>
        `${layer} ${valueText(value, 'mm')} ± ${valueText(error, 'mm')} (${method})`,
    )
    .join('; ');

/** Devices that the case names, then sheets of one's own; of those that were refused only the ids are known. */
const deviceNames = (plan: Plan): string[] => {
  const sheets = plan.status === 'refused' ? [] : plan.devices.map(({ sheet }) => sheet);
  const named = plan.given.devices.map((id) => {
    const own = sheets.find((sheet) => sheet.id === id);
    if (own !== undefined) return sheetName(own);
    return isDeviceId(id) ? deviceSheet(id).name : id;
  });
  const others = sheets.filter(({ id }) => !plan.given.devices.includes(id)).map(sheetName);
  return [...named, ...others];
};

/** What is left out of each place, named where there are several. */
const leftOutText = ({ site, zones = [] }: Case): string =>
  [site, ...zones]
    .flatMap(({ id, exclusions = [] }) =>
      exclusions.map((one) => `${zones.length === 0 ? '' : `${siteOf(id).name}: `}${exclusionText(one)}`),
    )
    .join('; ');

/** What was asked: person, place, concern, what is at hand and what is wished. */
export const askedOf = (plan: Plan): Fact[] => {
  const { given } = plan;
  const devices = deviceNames(plan);
  const { person, site, concern } = given;
  return [
    fact('Person', personText(given)),
    ...optional('Conditions', person.conditions.join('; ')),
    ...optional('Medication', person.medications.join('; ')),
    ...optional('History', person.history.join('; ')),
    fact('Site', `${siteOf(site.id).name}, ${treatedText(site)}`),
    ...optional(
      'Further zones',
      (given.zones ?? []).map((zone) => `${siteOf(zone.id).name}, ${treatedText(zone)}`).join('; '),
    ),
    ...optional('Left out by the case', leftOutText(given)),
    ...optional('Touches', listText(site.touches)),
    fact('Concern', sentenceCase(concernText(given))),
    ...optional('Grade', concern.grade),
    ...optional('Measured', measuredText(given)),
    ...optional(devices.length === 1 ? 'Device' : 'Devices', devices.join('; ')),
    ...optional('Wishes', sentenceCase(wishesText(given))),
    ...optional('Anaesthetic', anaesthesiaText(given)),
    ...optional(
      'Tightened limits',
      (given.limits ?? []).map(({ limit, value }) => `${titleOf(limit)}: ${value}`).join('; '),
    ),
  ];
};

/** The limits of the case that somebody has loosened, with who answers for it. */
export const overridesOf = (given: Case): OverrideNote[] =>
  (given.overrides ?? []).map(({ limit, ...rest }) => ({ limit: sentenceCase(titleOf(limit)), ...rest }));
