import { caseSchema, deliveredSchema, heatProblemSchema, protocolSchema, studySchema } from '@percuta/engine';
import { z } from 'zod';
import { page, table } from './markdown.ts';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (value === undefined ? '' : String(value));

const jsonSchema = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input' });

export const caseJsonSchema = (): Json => jsonSchema(caseSchema);
export const protocolJsonSchema = (): Json => jsonSchema(protocolSchema);
export const heatProblemJsonSchema = (): Json => jsonSchema(heatProblemSchema);

export const studyJsonSchema = (): Json => jsonSchema(studySchema);

export const deliveredJsonSchema = (): Json => jsonSchema(deliveredSchema);

export const jsonText = (json: Json): string => `${JSON.stringify(json, undefined, 2)}\n`;

interface Row {
  readonly path: string;
  readonly isNeeded: boolean;
  readonly schema: Json;
}

/** The forms a union may take. */
const choicesOf = ({ anyOf, oneOf }: Json): readonly unknown[] | undefined => {
  const choices = anyOf ?? oneOf;
  return Array.isArray(choices) ? choices : undefined;
};

const typeText = (schema: Json): string => {
  if (schema['x-dimension'] !== undefined) return textOf(schema['x-dimension']).replaceAll('-', ' ');
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum'])) return 'one of';
  if (schema['type'] === 'array') return 'list';
  if (choicesOf(schema) !== undefined) return 'one of several forms';
  return textOf(schema['type'] ?? 'anything');
};

/** Bounds of an integer that only say what a double can hold are no bounds. */
const isBound = (value: unknown): boolean =>
  value !== undefined && Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER;

const listed = (values: readonly unknown[]): string =>
  values.map((value) => `\`${String(value)}\``).join(', ');

/** Words that a union takes beside its other forms. */
const wordsOf = (schema: Json): unknown[] => {
  const own = Array.isArray(schema['enum']) ? schema['enum'] : 'const' in schema ? [schema['const']] : [];
  return [...own, ...(choicesOf(schema) ?? []).filter(isRecord).flatMap(wordsOf)];
};

const rangeText = (schema: Json): string => {
  if (Array.isArray(schema['enum'])) return listed(schema['enum']);
  if (choicesOf(schema) !== undefined) return listed(wordsOf(schema));
  const min = schema['x-min'] ?? schema['minimum'];
  const max = schema['x-max'] ?? schema['maximum'];
  if (isBound(min) && isBound(max)) return `${textOf(min)} to ${textOf(max)}`;
  if (isBound(min)) return `at least ${textOf(min)}`;
  if (isBound(max)) return `at most ${textOf(max)}`;
  const { minLength, minItems } = schema;
  if (minLength !== undefined && minLength !== 1) return `at least ${textOf(minLength)} characters`;
  return minItems === undefined ? '' : `at least ${textOf(minItems)}`;
};

/** All fields below a schema, in the order of the document; `skip` names a branch told elsewhere. */
const rowsOf = (schema: Json, path: string, skip: string | undefined): Row[] => {
  if (path === skip) return [];
  const { properties, required, items, propertyNames } = schema;
  const choices = choicesOf(schema);
  if (choices !== undefined) return choices.filter(isRecord).flatMap((one) => rowsOf(one, path, skip));
  if (isRecord(items)) return rowsOf(items, `${path}[]`, skip);
  if (isRecord(propertyNames)) return [];
  if (!isRecord(properties)) return [];
  const needed = new Set(Array.isArray(required) ? required : []);
  return Object.entries(properties).flatMap(([name, inner]) => {
    if (!isRecord(inner)) return [];
    const own = path === '' ? name : `${path}.${name}`;
    return [{ path: own, isNeeded: needed.has(name), schema: inner }, ...rowsOf(inner, own, skip)];
  });
};

const rowText = ({ path, isNeeded, schema }: Row): string[] => {
  const keys = schema['propertyNames'];
  const values = schema['additionalProperties'];
  const inner = isRecord(keys) && isRecord(values) ? values : schema['items'];
  const shown = isRecord(inner) ? inner : schema;
  const kind =
    shown === schema ? typeText(schema) : `${inner === values ? 'by name' : 'list'}: ${typeText(shown)}`;
  return [
    `\`${path}\``,
    kind,
    textOf(shown['x-unit']),
    rangeText(shown),
    isNeeded ? 'yes' : '',
    textOf(schema['description']),
  ];
};

const fieldsTable = (schema: Json, skip?: string): string =>
  table(
    ['path', 'type', 'shown in', 'range or values', 'needed', 'description'],
    rowsOf(schema, '', skip).map(rowText),
  );

const intro =
  'Quantities are text with their unit, in any unit of their dimension; ranges count after conversion. Unknown fields are refused. ' +
  '`[]` marks the entries of a list.';

export const caseFieldsPage = (): string =>
  page(
    'Fields of a case',
    `${intro} The same as [JSON Schema](case-schema.json). How to write one: [guide for clinicians](../guide/clinician.md).`,
    fieldsTable(caseJsonSchema()),
  );

export const protocolFieldsPage = (): string =>
  page(
    'Fields of a protocol',
    `${intro} The same as [JSON Schema](protocol-schema.json). The fields below \`case\` are those of a [case](case-fields.md). ` +
      'How to use one: [guide for researchers](../guide/researcher.md).',
    fieldsTable(protocolJsonSchema(), 'case'),
  );

export const heatProblemFieldsPage = (): string =>
  page(
    'Fields of a heat problem',
    `${intro} The same as [JSON Schema](heat-problem-schema.json). The equations: [theory of heat](../theory/heat.md); ` +
      'an example: [two needles](../../examples/lab/needle-pair.json).',
    fieldsTable(heatProblemJsonSchema()),
  );

export const studyFieldsPage = (): string =>
  page(
    'Fields of a study',
    'Unknown fields are refused. `[]` marks the entries of a list. The same as [JSON Schema](study-schema.json). `base` is a ' +
      '[case](case-fields.md) or a [protocol](protocol-fields.md). How to use one: [guide for researchers](../guide/researcher.md).',
    fieldsTable(studyJsonSchema(), 'base'),
  );

export const deliveredFieldsPage = (): string =>
  page(
    'Fields of a record of sessions',
    `${intro} The same as [JSON Schema](delivered-schema.json). What \`percuta recompute\` does with it: ` +
      '[guide for clinicians](../guide/clinician.md); an example: [sessions of the cheek](../../examples/cheek-acne-scars/delivered.json).',
    fieldsTable(deliveredJsonSchema()),
  );
