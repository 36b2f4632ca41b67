// The units of records: a field that carries a quantity as a bare number says its unit, for the number does not. A field
// of a flavour of packages/quantity (Length, Time …) needs no word: those are in SI by what they are.
import { docOf } from './doc-of.ts';
import type { Exported } from './exported.ts';
import { isNode, visitAll } from '../sources.ts';

interface Field {
  readonly name: string;
  readonly start: number;
  /** The source of its type. */
  readonly type: string;
}

/** Last words of a name that say that the field is a quantity with a unit. */
const quantities = new Set(
  (
    'age angle area bleeding capacity conductivity current day deepest delay density depth diameter ' +
    'distance dose drag dt duration edge energy extent force frequency from heat height hole impedance ' +
    'interval length longest mass modulus period power pressure radius rate rise shortest spacing speed ' +
    'temperature thickness time to toughness voltage volume width x y z'
  ).split(' '),
);

/** Types that hold numbers and no unit. */
const bare = /\b(?:number|Float32Array|Float64Array|Band|EightyBand)\b/;

/** The last word of a camel-case name, in the singular. */
const lastWord = (name: string): string => {
  const word =
    name
      .split(/(?=[A-Z])/)
      .at(-1)
      ?.toLowerCase() ?? '';
  return word.replace(/(?<=[^s])ies$/, 'y').replace(/(?<=[^sui])s$/, '');
};

/** Units as comments write them, and words that say that there is none. "A" is a word far more often than an ampere. */
const units = [
  'SI',
  'metres?|[kmcuµn]?m|m[²³23]|cm[²³]|1/(?:m[²³23]?|s|K)',
  '[mu]?s|min|h|seconds?|hours?|days?|weeks?|months?|years?',
  'K|kelvin|°C|[mk]?J|[km]?W|m?V|mA|(?<=in |, )A|m?N|k?Pa|[kM]?Hz|ohm|k?g|mol|rad|px',
  'units?|counts?|bytes?|elements?|texels?|shares?|standard deviations?|relative|-?[01] to 1',
];
const unit = new RegExp(`(?<![\\w'’])(?:${units.join('|')})(?![\\w'’])`);

/** Fields of the records that a declaration spells out, those of records within it too, in the order of the text. */
const fieldsOf = ({ file, statement }: Exported): Field[] => {
  const fields: Field[] = [];
  visitAll(statement, ({ type, start, key, typeAnnotation }) => {
    if (type !== 'TSPropertySignature' && type !== 'PropertyDefinition') return;
    const annotation = isNode(typeAnnotation) ? typeAnnotation : { start, end: start };
    fields.push({
      name: isNode(key) ? String(key['name']) : '',
      start,
      type: file.text.slice(annotation.start, Number(annotation['end'])),
    });
  });
  return fields;
};

const isSilent = ({ name, type }: Field): boolean =>
  quantities.has(lastWord(name)) && bare.test(type) && !/=>|\{/.test(type);

/** Exported record types whose fields carry quantities, and say nowhere in what unit. */
export const unitFaults = (exported: Exported): string[] => {
  const { name, file, statement } = exported;
  if (unit.test(docOf(file, statement))) return [];
  const commentBefore = ({ start }: Field): string =>
    file.comments.filter((one) => one.start >= statement.start && one.end <= start).at(-1)?.value ?? '';
  return fieldsOf(exported)
    .filter((field) => isSilent(field) && !unit.test(commentBefore(field)))
    .map((field) => `${file.path}: ${name}.${field.name} is a quantity, and no comment says its unit`);
};
