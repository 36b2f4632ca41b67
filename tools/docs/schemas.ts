import { caseSchema, deliveredSchema, heatProblemSchema, protocolSchema, studySchema } from '@percuta/engine';
import { dimensions, unitsOf, type Dimension } from '@percuta/quantity';
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

const entriesOf = ({ prefixItems }: Json): readonly Json[] =>
  Array.isArray(prefixItems) ? prefixItems.filter(isRecord) : [];

/** What each form of a union is: a quantity, a word, a list, or fields. */
const formsOf = (schema: Json): string[] => {
  const choices = choicesOf(schema);
  if (choices !== undefined) return choices.filter(isRecord).flatMap(formsOf);
  if ('const' in schema || Array.isArray(schema['enum'])) return ['word'];
  return [schema['type'] === 'object' ? 'fields' : typeText(schema)];
};

/** The unit of a quantity, or of the form of a union that is one. */
const unitText = (schema: Json): string => {
  const choices = choicesOf(schema)?.filter(isRecord) ?? [];
  return textOf([schema, ...choices].map((one) => one['x-unit']).find((unit) => unit !== undefined));
};

/** What a field is for, and its form as a quantity where that has words of its own. */
const meaningOf = (schema: Json): string =>
  [schema, ...(choicesOf(schema) ?? []).filter((one) => isRecord(one) && one['x-unit'] !== undefined)]
    .filter(isRecord)
    .map((one) => textOf(one['description']))
    .filter((text) => text !== '')
    .join('; ');

const typeText = (schema: Json): string => {
  const entries = entriesOf(schema);
  if (entries.length > 0) return `[${entries.map(typeText).join(', ')}]`;
  if (schema['x-dimension'] !== undefined) return textOf(schema['x-dimension']).replaceAll('-', ' ');
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(schema['enum'])) return 'one of';
  if (schema['type'] === 'array') return 'list';
  const choices = choicesOf(schema);
  if (choices !== undefined) return [...new Set(choices.filter(isRecord).flatMap(formsOf))].join(', or ');
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
  const above = schema['x-exclusive-min'] ?? schema['exclusiveMinimum'];
  if (isBound(above)) return `above ${textOf(above)}${isBound(max) ? `, at most ${textOf(max)}` : ''}`;
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
  const { properties, required, items, propertyNames, additionalProperties } = schema;
  const choices = choicesOf(schema);
  if (choices !== undefined) return choices.filter(isRecord).flatMap((one) => rowsOf(one, path, skip));
  if (isRecord(items)) return rowsOf(items, `${path}[]`, skip);
  if (isRecord(propertyNames))
    return isRecord(additionalProperties) ? rowsOf(additionalProperties, `${path}.NAME`, skip) : [];
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
  return [`\`${path}\``, kind, unitText(shown), rangeText(shown), isNeeded ? 'yes' : '', meaningOf(schema)];
};

const fieldsTable = (schema: Json, skip?: string): string =>
  table(
    ['path', 'type', 'shown in', 'range or values', 'needed', 'description'],
    rowsOf(schema, '', skip).map(rowText),
  );

const intro =
  'Quantities are text with their unit, in any unit of their dimension; ranges count after conversion. Unknown fields are refused. ' +
  '`[]` marks the entries of a list, `NAME` a name of your own.';

/** Dimensions that a schema names. */
const dimensionsIn = (schema: unknown): Set<string> => {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (!isRecord(value)) return;
    if (typeof value['x-dimension'] === 'string') found.add(value['x-dimension']);
    Object.values(value).forEach(look);
  };
  look(schema);
  return found;
};

/** Units that the quantities of a schema may be written in. */
const unitsTable = (schema: Json): string =>
  table(
    ['quantity', 'units'],
    Object.keys(dimensions)
      .filter((dimension): dimension is Dimension => dimensionsIn(schema).has(dimension))
      .map((dimension) => [dimension.replaceAll('-', ' '), unitsOf(dimension).join(', ')]),
  );

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
      'an example: [two needles](../../examples/lab/needle-pair.json); what is written: [heat problems](../../examples/lab/README.md).',
    fieldsTable(heatProblemJsonSchema()),
    '## Units',
    unitsTable(heatProblemJsonSchema()),
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
