import { posix } from 'node:path';
import { parseSync, type Comment, type Program } from 'oxc-parser';
import { readText, type SyntaxNode } from '../sources.ts';

/** A parsed file. */
export interface Parsed {
  readonly path: string;
  readonly text: string;
  readonly body: Program['body'];
  readonly comments: readonly Comment[];
}

/** What a package exports, where it is declared. */
export interface Exported {
  readonly name: string;
  readonly file: Parsed;
  /** The statement that declares it. */
  readonly statement: SyntaxNode;
}

const parsed = new Map<string, Parsed>();

/** A file of TypeScript, parsed once; throws SyntaxError where it does not parse. */
export const parse = (path: string, text: string): Parsed => {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  return { path, text, body: program.body, comments };
};

const parsedFile = (path: string): Parsed => {
  const known = parsed.get(path) ?? parse(path, readText(path));
  parsed.set(path, known);
  return known;
};

const besides = (path: string, specifier: string): string => posix.join(posix.dirname(path), specifier);

const nameOf = (node: { readonly type: string }): string => {
  const name = Reflect.get(node, 'name') ?? Reflect.get(node, 'value');
  return String(name);
};

/** Names that stand left of the sign of equality; several where an object is taken apart. */
const namesIn = (target: { readonly type: string }): string[] => {
  if (target.type !== 'ObjectPattern') return [nameOf(target)];
  const properties: readonly { readonly value: { readonly type: string } }[] = Reflect.get(
    target,
    'properties',
  );
  return properties.flatMap(({ value }) => namesIn(value));
};

/** Names that a statement declares. */
export const declaredBy = (statement: object): string[] => {
  const declaration = Reflect.get(statement, 'declaration') ?? statement;
  const many = Reflect.get(declaration, 'declarations') ?? [declaration];
  return many.flatMap((one: { readonly id?: { readonly type: string } | null }) =>
    one.id === undefined || one.id === null ? [] : namesIn(one.id),
  );
};

/** Where a name is declared that a file has of its own, or that it imports from a file of the same package. */
const declared = (file: Parsed, name: string): Exported[] => {
  for (const statement of file.body) {
    if (declaredBy(statement).includes(name)) return [{ name, file, statement: { ...statement } }];
    if (statement.type !== 'ImportDeclaration' || !statement.source.value.startsWith('.')) continue;
    const found = statement.specifiers.find(({ local }) => local.name === name);
    if (found?.type === 'ImportSpecifier') {
      return declared(parsedFile(besides(file.path, statement.source.value)), nameOf(found.imported));
    }
  }
  return [];
};

/** What a file exports, each with its declaration; what comes from another package is left to that. */
export const exportedBy = (path: string): Exported[] => {
  const file = parsedFile(path);
  return file.body.flatMap((statement): Exported[] => {
    if (statement.type === 'ExportAllDeclaration') {
      const { value } = statement.source;
      return value.startsWith('.') ? exportedBy(besides(path, value)) : [];
    }
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const own = declaredBy(statement).map((name) => ({ name, file, statement: { ...statement } }));
    const from = statement.source?.value;
    if (from !== undefined && !from.startsWith('.')) return own;
    return statement.specifiers
      .flatMap(({ local, exported }) =>
        from === undefined
          ? declared(file, nameOf(local))
          : exportedBy(besides(path, from))
              .filter(({ name }) => name === nameOf(local))
              .map((found) => ({ ...found, name: nameOf(exported) })),
      )
      .concat(own);
  });
};
