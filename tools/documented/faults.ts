import { declaredBy, type Exported, type Parsed } from './exported.ts';

/** The errors that a caller may tell apart. */
const ours = /\bnew (BadInput|OutsideModel|NotConverged|NotFinite|EmulatorDisagrees|SolverFailed)\b/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The doc comment right before a statement; empty where there is none. */
export const docOf = (
  { comments, text }: Pick<Parsed, 'comments' | 'text'>,
  { start }: Pick<Span, 'start'>,
): string => {
  const before = comments.filter((one) => one.end <= start).at(-1);
  if (before?.type !== 'Block' || !before.value.startsWith('*')) return '';
  return text.slice(before.end, start).trim() === '' ? before.value : '';
};

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

/** What the documentation of an exported function lacks; nothing for what is no function. */
export const functionFaults = ({ name, file, statement }: Exported): string[] => {
  if (!isFunction(statement)) return [];
  const doc = docOf(file, statement);
  const functions = functionsOf(file);
  const where = `${file.path}: ${name}`;
  if (doc === '') return [`${where} is exported without a doc comment`];
  const silent = throwsOurs(functions.get(name) ?? '', functions) && !/\bthrows\b/i.test(doc);
  return silent ? [`${where} throws, and its doc comment does not say what and when`] : [];
};

/** Whether one of the exports of an entry point has an example in its doc comment. */
export const hasExample = (exported: readonly Exported[]): boolean =>
  exported.some(({ file, statement }) => docOf(file, statement).includes('@example'));
