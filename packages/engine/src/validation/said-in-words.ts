import { siteIds, type SiteId } from '@percuta/evidence';
import type { Conditions, Measured, MeasurementRow } from './measurement-file.ts';

const amount = String.raw`(?:about |~ ?)?(\d+(?:\.\d+)?) ?(um|µm|mm|cm|N|mN|Hz|mm\/s|m\/s)`;

/** Conditions that files state in words, "base width 300 um", by the names under which they may be given as numbers. */
const said: readonly (readonly [string, RegExp])[] = (
  [
    ['needle_length', '(?:needle )?(?:height|length)'],
    ['needle_base', '(?:needle )?base(?: width| diameter)?'],
    ['pitch', '(?:pitch|interspacing|spacing)'],
    ['tip_diameter', 'tip(?: diameter)?'],
    ['tip_radius', 'tip radius'],
    ['force', 'force'],
  ] as const
).map(([name, words]) => [name, new RegExp(`\\b${words} ${amount}`, 'i')]);

const inWords = (text: string): Conditions =>
  Object.fromEntries(
    said.flatMap(([name, words]) => {
      const [, value, unit] = words.exec(text) ?? [];
      return value === undefined || unit === undefined ? [] : [[name, `${value} ${unit.replace('µ', 'u')}`]];
    }),
  );

const isNumbers = (given: Conditions[string]): given is Extract<Conditions[string], { unit: string }> =>
  typeof given === 'object';

/** Of a condition with several values the one that the words of a measurement name: "initiation force, tip 5 um". */
const picked = (conditions: Conditions, words: string): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).flatMap(([name, given]) => {
      if (!isNumbers(given) || given.values === undefined) return [];
      const { unit } = given;
      const found = given.values.find((value) =>
        new RegExp(`(?<![\\d.])${String(value).replace('.', '\\.')} ?${unit}\\b`).test(words),
      );
      return found === undefined ? [] : [[name, { value: found, unit }]];
    }),
  );

const recalledOf = (row: MeasurementRow): string => {
  const fields = row['recalled_fields'];
  return Array.isArray(fields) ? fields.filter((field) => typeof field === 'string').join('; ') : '';
};

/** Needles of polymer are cones or pyramids over their whole length. */
const tapered = (words: string, { needle_length: length }: Conditions): Conditions =>
  length !== undefined && /\bcones?\b|conical|pyramid|polymer|hydrogel|gantrez/i.test(words)
    ? { cone_length: length }
    : {};

/** The conditions of one measurement of a row: numbers first, then what its words add. */
export const conditionsOf = (row: MeasurementRow, measured: Measured): Conditions => {
  const words = `${row.settings ?? ''}; ${recalledOf(row)}`;
  const spoken = inWords(words);
  return {
    ...tapered(words, { ...spoken, ...row.conditions }),
    ...spoken,
    ...row.conditions,
    ...picked(row.conditions, measured.quantity),
    ...measured.conditions,
  };
};

/** The site that words name; undefined where they name none. */
export const siteInWords = (words: string): SiteId | undefined =>
  siteIds.find((id) => words.toLowerCase().includes(id.split('_')[0] ?? id));
