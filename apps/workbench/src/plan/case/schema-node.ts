import { caseSchema } from '@percuta/engine';
import { z } from 'zod';

/** A part of the JSON Schema of a case, as far as a form needs it. */
export interface SchemaNode {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly 'x-min'?: string;
  readonly 'x-max'?: string;
}

/**
 * The schema of a case as it is written; zod vouches for the shape of what it returns. Device sheets have a place of
 * their own beside the form.
 */
export const caseNode = (): SchemaNode => {
  const node = z.toJSONSchema(caseSchema, { io: 'input' }) as SchemaNode;
  const { sheets: _, ...properties } = node.properties ?? {};
  return { ...node, properties };
};

/** Fields a person fills in: what is fixed by the schema is not among them. */
export const fieldsOf = ({ properties = {} }: SchemaNode): readonly (readonly [string, SchemaNode])[] =>
  Object.entries(properties).filter(([, node]) => node.const === undefined);

export const branchesOf = ({ oneOf, anyOf }: SchemaNode): readonly SchemaNode[] => oneOf ?? anyOf ?? [];
