import { docOf } from './doc-of.ts';
import { declaredBy, type Exported, type Parsed } from './exported.ts';
import { unitFaults } from './units.ts';

/** The errors that a caller may tell apart. */
const ours = /\bnew (BadInput|OutsideModel|NotConverged|NotFinite|EmulatorDisagrees|SolverFailed)\b/;

interface Span {
  readonly start: number;
  readonly end: number;
}

const isFunction = (statement: object): boolean => {
  const declaration = Reflect.get(statement, 'declaration') ?? statement;
  if (declaration.type === 'FunctionDeclaration') return true;
  const [first] = Reflect.get(declaration, 'declarations') ?? [];
  return first?.init?.type === 'ArrowFunctionExpression' || first?.init?.type === 'FunctionExpression';
};

const sourceOf = ({ text }: Parsed, { start, end }: Span): string => text.slice(start, end);

/** Functions of a file by name, with their source. */
const functionsOf = (file: Parsed): Map<string, string> =>
  new Map(
    file.body
      .filter((statement) => isFunction(statement))
      .flatMap((statement) =>
        declaredBy(statement).map((name) => [name, sourceOf(file, statement)] as const),
      ),
  );

/** Whether a function throws an error of ours itself, or one that a function of the same file makes for it. */
const throwsOurs = (source: string, functions: ReadonlyMap<string, string>): boolean =>
  [...source.matchAll(/\bthrow (?:(new \w+)|(\w+)\()/g)].some(([, made, maker]) =>
    ours.test(made ?? functions.get(maker ?? '') ?? ''),
  );

/** What the documentation of an export lacks: of a function, a type, a constant. */
export const exportFaults = (exported: Exported): string[] => {
  const { name, file, statement } = exported;
  const doc = docOf(file, statement);
  const where = `${file.path}: ${name}`;
  if (doc === '') return [`${where} is exported without a doc comment`];
  if (!isFunction(statement)) return unitFaults(exported);
  const functions = functionsOf(file);
  const silent = throwsOurs(functions.get(name) ?? '', functions) && !/\bthrows\b/i.test(doc);
  return silent ? [`${where} throws, and its doc comment does not say what and when`] : [];
};

/** Whether one of the exports of an entry point has an example in its doc comment. */
export const hasExample = (exported: readonly Exported[]): boolean =>
  exported.some(({ file, statement }) => docOf(file, statement).includes('@example'));
