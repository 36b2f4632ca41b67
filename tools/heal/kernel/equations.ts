// Reads the equations of species and terms as they are written, into a graph of arithmetic: arrow functions of a place
// `s` and the rates `p` made of + - * /, choices, Math.min, Math.max, constants and functions of their own kind.
import { dirname, posix } from 'node:path';
import { parseSync, type ArrowFunctionExpression, type Expression, type ObjectExpression } from 'oxc-parser';
import { listFiles, readText } from '../../sources.ts';
import type { Graph, Operation, Value } from './graph.ts';

/** A function with the file that says what its names mean. */
interface Written {
  readonly path: string;
  readonly body: ArrowFunctionExpression;
}

type Slopes = ReadonlyMap<string, Value>;
type Meaning = Value | Slopes | 'place' | 'rates';

/** What names mean at a place of a file. */
interface Where {
  readonly path: string;
  readonly scope: ReadonlyMap<string, Meaning>;
}

/** One file's constants and where its imports come from. */
interface Source {
  readonly constants: ReadonlyMap<string, Expression>;
  readonly imports: ReadonlyMap<string, string>;
}

const sources = new Map<string, Source>();

const sourceOf = (path: string): Source => {
  const known = sources.get(path);
  if (known !== undefined) return known;
  const constants = new Map<string, Expression>();
  const imports = new Map<string, string>();
  for (const statement of parseSync(path, readText(path)).program.body) {
    if (statement.type === 'ImportDeclaration') {
      const from = posix.join(dirname(path), statement.source.value);
      for (const { local } of statement.specifiers) imports.set(local.name, from);
      continue;
    }
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declared.declarations) {
      if (id.type === 'Identifier' && init !== null) constants.set(id.name, init);
    }
  }
  const source = { constants, imports };
  sources.set(path, source);
  return source;
};

const propertyOf = (object: ObjectExpression, name: string): Expression | undefined => {
  for (const one of object.properties) {
    if (one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name) return one.value;
  }
  return undefined;
};

/** The objects of a folder that have an id, each with its file. */
export const describedIn = (
  folder: string,
): ReadonlyMap<string, { readonly path: string; readonly object: ObjectExpression }> => {
  const found = new Map<string, { readonly path: string; readonly object: ObjectExpression }>();
  for (const path of listFiles(folder).filter((name) => name.endsWith('.ts'))) {
    for (const object of sourceOf(path).constants.values()) {
      if (object.type !== 'ObjectExpression') continue;
      const id = propertyOf(object, 'id');
      if (id?.type === 'Literal') found.set(String(id.value), { path, object });
    }
  }
  return found;
};

const arithmetic: Readonly<Record<string, Operation>> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' };

const functionOf = (path: string, name: string): Written => {
  const { constants, imports } = sourceOf(path);
  const from = imports.get(name);
  if (from !== undefined) return functionOf(from, name);
  const body = constants.get(name);
  if (body?.type !== 'ArrowFunctionExpression') throw new SyntaxError(`${path}: ${name} is no function`);
  return { path, body };
};

const asValue = (meaning: Meaning | undefined, what: string): Value => {
  if (typeof meaning === 'number') return meaning;
  throw new SyntaxError(`${what} is no number`);
};

/** Puts what functions say about one place into a graph; `local` gives states and terms by name. */
export const createReader = (graph: Graph, local: ReadonlyMap<string, Value>) => {
  const choose = (test: Expression, [yes, no]: readonly [Value, Value], where: Where): Value => {
    const { path } = where;
    if (test.type === 'LogicalExpression' && test.operator === '&&') {
      return choose(test.left, [choose(test.right, [yes, no], where), no], where);
    }
    if (test.type !== 'BinaryExpression') throw new SyntaxError(`${path}: a choice by ${test.type}`);
    const [a, b] = [evaluate(test.left as Expression, where), evaluate(test.right, where)];
    if (test.operator === '<') return graph.apply('less', a, b, yes, no);
    if (test.operator === '>') return graph.apply('less', b, a, yes, no);
    if (test.operator === '<=') return graph.apply('atMost', a, b, yes, no);
    if (test.operator === '>=') return graph.apply('atMost', b, a, yes, no);
    throw new SyntaxError(`${path}: a choice by ${test.operator}`);
  };

  const member = (object: string, name: string, { path, scope }: Where): Value => {
    const owner = scope.get(object);
    if (owner === 'rates') return graph.rate(name);
    if (owner === 'place') return asValue(local.get(name), `${path}: ${object}.${name}`);
    throw new SyntaxError(`${path}: ${object}.${name} is neither of a place nor of the rates`);
  };

  const call = (callee: Expression, given: readonly Meaning[], path: string): Meaning => {
    if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
      const { name } = callee.property;
      if (name !== 'min' && name !== 'max') throw new SyntaxError(`${path}: ${name} is not known`);
      return graph.apply(name, ...given.map((one) => asValue(one, `${path}: ${name}`)));
    }
    if (callee.type !== 'Identifier') throw new SyntaxError(`${path}: a call of ${callee.type}`);
    return run(functionOf(path, callee.name), given);
  };

  const meaningOf = (expression: Expression, where: Where): Meaning => {
    const { path, scope } = where;
    if (expression.type === 'ParenthesizedExpression') return meaningOf(expression.expression, where);
    if (expression.type === 'Identifier') {
      const found = scope.get(expression.name);
      if (found === undefined) throw new SyntaxError(`${path}: ${expression.name} is not known`);
      return found;
    }
    if (expression.type === 'CallExpression') {
      const given = expression.arguments.map((one) => meaningOf(one as Expression, where));
      return call(expression.callee, given, path);
    }
    if (expression.type === 'ObjectExpression') {
      return new Map(
        expression.properties.map((one) => {
          if (one.type !== 'Property' || one.key.type !== 'Identifier') throw new SyntaxError(path);
          return [one.key.name, evaluate(one.value, where)];
        }),
      );
    }
    return evaluate(expression, where);
  };

  const evaluate = (expression: Expression, where: Where): Value => {
    const { path } = where;
    switch (expression.type) {
      case 'Literal':
        return graph.number(Number(expression.value));
      case 'MemberExpression':
        if (expression.object.type === 'Identifier' && expression.property.type === 'Identifier') {
          return member(expression.object.name, expression.property.name, where);
        }
        break;
      case 'UnaryExpression':
        // -1 x is -x to the bit, zeros included.
        if (expression.operator === '-') {
          return graph.apply('mul', graph.number(-1), evaluate(expression.argument, where));
        }
        break;
      case 'BinaryExpression': {
        const word = arithmetic[expression.operator];
        if (word === undefined) break;
        const left = evaluate(expression.left as Expression, where);
        return graph.apply(word, left, evaluate(expression.right, where));
      }
      case 'ConditionalExpression': {
        const yes = evaluate(expression.consequent, where);
        const no = evaluate(expression.alternate, where);
        return choose(expression.test, [yes, no], where);
      }
      case 'Identifier':
      case 'ParenthesizedExpression':
      case 'CallExpression':
        return asValue(meaningOf(expression, where), `${path}: ${expression.type}`);
    }
    throw new SyntaxError(`${path}: ${expression.type} is more than a kernel can say`);
  };

  const run = ({ path, body }: Written, given: readonly Meaning[]): Meaning => {
    const scope = new Map<string, Meaning>();
    const where = { path, scope };
    body.params.forEach((one, i) => {
      const meaning = given[i];
      if (one.type === 'Identifier' && meaning !== undefined) scope.set(one.name, meaning);
    });
    if (body.body.type !== 'BlockStatement') return meaningOf(body.body, where);
    for (const statement of body.body.body) {
      if (statement.type === 'ReturnStatement' && statement.argument !== null) {
        return meaningOf(statement.argument, where);
      }
      if (statement.type !== 'VariableDeclaration') throw new SyntaxError(`${path}: ${statement.type}`);
      for (const { id, init } of statement.declarations) {
        if (id.type !== 'Identifier' || init === null) throw new SyntaxError(`${path}: ${id.type}`);
        scope.set(id.name, meaningOf(init, where));
      }
    }
    throw new SyntaxError(`${path}: a function without an end`);
  };

  /** What the function of this name says of an object that was found by `describedIn`. */
  return (described: { readonly path: string; readonly object: ObjectExpression }, name: string): Meaning => {
    const body = propertyOf(described.object, name);
    if (body?.type !== 'ArrowFunctionExpression') throw new SyntaxError(`${described.path}: no ${name}`);
    return run({ path: described.path, body }, ['place', 'rates']);
  };
};
