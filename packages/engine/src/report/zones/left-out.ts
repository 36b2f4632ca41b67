import type { DeviceSheet } from '@percuta/evidence';
import type { Case } from '../../case/case.ts';
import { areaLeftOut, treatedArea, type Exclusion } from '../../case/exclusions.ts';
import type { Candidate } from '../../plan/plan.ts';
import { sessionTotals } from '../../plan/zones/session-totals.ts';
import type { Fact } from '../content.ts';
import { bareBand, bandText, sentenceCase, valueText } from '../numbers.ts';

type Place = Pick<Case['site'], 'area' | 'exclusions'>;

const sizeText = ({ area, error, margin }: Exclusion): string =>
  [
    valueText(area, 'cm2'),
    ...(error === undefined ? [] : [`± ${valueText(error, 'cm2')}`]),
    ...(margin === undefined || margin === 0 ? [] : [`with ${valueText(margin, 'mm')} round it`]),
  ].join(' ');

/** "mole (left of the chin), 3 cm² with 2 mm round it" */
export const exclusionText = (one: Exclusion): string =>
  `${one.reason}${one.note === undefined ? '' : ` (${one.note})`}, ${sizeText(one)}`;

/** "56.8 cm² of 60 cm²"; the whole area where nothing is left out. */
export const treatedText = (place: Place): string => {
  if (place.exclusions === undefined) return valueText(place.area, 'cm2');
  const { value, error } = treatedArea(place);
  const spread = error === 0 ? '' : ` ± ${valueText(error, 'cm2')}`;
  return `${valueText(value, 'cm2')}${spread} treated of ${valueText(place.area, 'cm2')}`;
};

/** What the case leaves out of a place, with why; nothing where it leaves out nothing. */
export const exclusionFacts = ({ exclusions = [] }: Place): Fact[] =>
  exclusions.map((one) => ({
    label: sentenceCase(exclusionText(one)),
    value: `left out by the case: ${valueText(areaLeftOut(one), 'cm2')} not treated`,
    sources: [],
  }));

/** What a session comes to over the treated area, where some is left out: "; in all 8000 holes …". */
export const totalsText = (candidate: Candidate, sheet: DeviceSheet | undefined, place: Place): string => {
  if (place.exclusions === undefined || sheet === undefined) return '';
  const { area, holes, strokes, time } = sessionTotals(candidate, sheet, place);
  const minutes = time === undefined ? '' : `, ${bandText(time, 'min')} on the skin`;
  return `; over ${valueText(area.value, 'cm2')} treated in all ${bareBand(holes, '1')} with ${bareBand(strokes, '1')} strokes or stamps${minutes}`;
};
