// Writes the reactions of one place as a kernel, and their derivatives as two, from the equations of species and terms.
import { basename, dirname } from 'node:path/posix';
import { speciesIds, termIds } from '../../../packages/engine/src/heal/species/species.ts';
import { createReader, describedIn } from './equations.ts';
import { createGraph, type Graph, type Value } from './graph.ts';

const folder = 'packages/engine/src/heal';

/** Kernels of the derivatives, by the folders of the species whose rates they differentiate. */
const slopeKernels = [
  {
    file: 'wound-slopes.ts',
    name: 'woundSlopes',
    folders: ['signal', 'immune', 'vessel'],
    rows: 'what a wound stirs: clot, signals, immune cells and vessels',
  },
  {
    file: 'tissue-slopes.ts',
    name: 'tissueSlopes',
    folders: ['mesenchyme', 'collagen', 'matrix'],
    rows: 'what makes tissue up: the cells that build it, collagen, matrix and water',
  },
] as const;
type SlopeKernel = (typeof slopeKernels)[number];

interface Equations {
  readonly graph: Graph;
  /** As they stand in memory. */
  readonly states: readonly Value[];
  readonly rates: readonly Value[];
  /** The folder of each species. */
  readonly folders: readonly string[];
  /** Derivatives of the rates by the states; an entry that no equation can give is left out. */
  readonly slopes: readonly ReadonlyMap<number, Value>[];
}

const found = <T>(table: ReadonlyMap<string, T>, id: string): T => {
  const one = table.get(id);
  if (one === undefined) throw new RangeError(`no file for ${id}`);
  return one;
};

/** The chain rule over the terms, added in the order in which an equation gives its derivatives. */
const rowOf = (
  graph: Graph,
  slopes: unknown,
  terms: ReadonlyMap<string, ReadonlyMap<number, Value>>,
): ReadonlyMap<number, Value> => {
  if (!(slopes instanceof Map)) throw new TypeError('derivatives are an object');
  const row = new Map<number, Value>();
  const add = (state: number, part: Value): void => {
    const before = row.get(state);
    row.set(state, before === undefined ? part : graph.apply('add', before, part));
  };
  for (const [name, slope] of slopes as ReadonlyMap<string, Value>) {
    const state = (speciesIds as readonly string[]).indexOf(name);
    if (state >= 0) add(state, slope);
    else for (const [inner, by] of found(terms, name)) add(inner, graph.apply('mul', slope, by));
  }
  return row;
};

const readEquations = (): Equations => {
  const graph = createGraph();
  const zero = graph.number(0);
  const states = speciesIds.map((id) => graph.state(id));
  const local = new Map<string, Value>(
    // States below 0 count as 0.
    speciesIds.map((id, i) => [id, graph.apply('less', zero, states[i] ?? zero, states[i] ?? zero, zero)]),
  );
  const read = createReader(graph, local);
  const [species, terms] = [describedIn(`${folder}/species`), describedIn(`${folder}/terms`)];
  for (const id of termIds) {
    const value = read(found(terms, id), 'value');
    if (typeof value === 'number') local.set(id, value);
  }
  const termRows = new Map<string, ReadonlyMap<number, Value>>();
  for (const id of termIds) termRows.set(id, rowOf(graph, read(found(terms, id), 'slopes'), termRows));
  return {
    graph,
    states,
    rates: speciesIds.map((id) => Number(read(found(species, id), 'rate'))),
    folders: speciesIds.map((id) => basename(dirname(found(species, id).path))),
    slopes: speciesIds.map((id) => rowOf(graph, read(found(species, id), 'slopes'), termRows)),
  };
};

/** Of a value that is written where it is used, in place of a line of its own. */
const longestText = 38;

/** The body of a kernel: what is the same in all places, then the loop over the places with what it stores. */
const bodyOf = (
  graph: Graph,
  stores: readonly { readonly at: string; readonly value: Value }[],
  rates: readonly string[],
): string => {
  const { steps } = graph;
  const uses = new Map<Value, number>();
  const need = (value: Value): void => {
    uses.set(value, (uses.get(value) ?? 0) + 1);
    const step = steps[value];
    if (uses.get(value) === 1 && step?.kind === 'operation') step.of.forEach(need);
  };
  stores.forEach(({ value }) => need(value));
  const order = [...uses.keys()].sort((one, other) => one - other);
  const isFixed = steps.map((step) => step.kind !== 'state');
  for (const value of order) {
    const step = steps[value];
    if (step?.kind === 'operation') isFixed[value] = step.of.every((one) => isFixed[one]);
  }
  const texts = new Map<Value, string>();
  const textOf = (value: Value): string => {
    const step = steps[value];
    if (step === undefined) throw new RangeError(`no step ${value}`);
    if (step.kind === 'number') return `splat<V, f64>(${step.number})`;
    if (step.kind === 'rate') return `splat<V, f64>(doubleAt(p + ${8 * rates.indexOf(step.name)}))`;
    if (step.kind === 'state') {
      const i = (speciesIds as readonly string[]).indexOf(step.name);
      return `at<V, f64>(y + ${i} * row + o)`;
    }
    return `${step.word}<V, f64>(${step.of.map((one) => texts.get(one) ?? `v${one}`).join(', ')})`;
  };
  const [before, inside]: [string[], string[]] = [[], []];
  for (const value of order) {
    const text = textOf(value);
    const line = `    const v${value}: V = ${text};`;
    const isCheap = !isFixed[value] || steps[value]?.kind !== 'operation';
    if (uses.get(value) === 1 && isCheap && text.length < longestText) texts.set(value, text);
    else if (isFixed[value]) before.push(line.slice(2));
    else inside.push(line);
  }
  const puts = stores.map(({ at, value }) => `    put<V, f64>(${at}, ${texts.get(value) ?? `v${value}`});`);
  return [
    '  const step: usize = 8 * doubles<V>();',
    '  const row: usize = 8 * lead;',
    ...before,
    '  for (let o: usize = 0; o < row; o += step) {',
    ...inside,
    ...puts,
    '  }',
  ].join('\n');
};

const usedRates = ({ graph }: Equations): string[] =>
  graph.steps.flatMap((step) => (step.kind === 'rate' ? [step.name] : []));

const words = [
  'add',
  'at',
  'atMost',
  'div',
  'doubleAt',
  'doubles',
  'less',
  'max',
  'min',
  'mul',
  'put',
  'splat',
  'sub',
];

/** Width of a line, as the formatter breaks it. */
const width = 110;

const importText = (names: readonly string[]): string => {
  const line = `import { ${names.join(', ')} } from '@percuta/numerics/lane';`;
  return line.length <= width
    ? line
    : line.replace(/\{ (.*) \}/, (_, list) => `{\n  ${list.replaceAll(', ', ',\n  ')},\n}`);
};

/** A file of one kernel. */
const fileOf = (head: string, signature: string, body: string): string => {
  const used = words.filter((word) => body.includes(`${word}<`) || body.includes(`${word}(`));
  return `// Made by tools/heal/generate-reactions.ts from the equations of species and terms; do not edit.
${importText(used)}

${head}
export function ${signature}: void {
${body}
}
`;
};

const entriesOf = ({ graph, states, slopes }: Equations) => {
  const zero = graph.number(0);
  return slopes.flatMap((row, i) =>
    [...row]
      .sort(([one], [other]) => one - other)
      // Nothing depends on a state below 0, which is read as 0.
      .map(([j, value]) => ({ i, j, value: graph.apply('atMost', zero, states[j] ?? zero, value, zero) })),
  );
};

/** The kernel of the rates. */
const rateKernelText = (equations: Equations): string =>
  fileOf(
    '/** Rates of reaction of all places, 1/s. out and y: [25 · lead], a row for each state; p: the reactionRates. */',
    'reactions<V, _S>(out: usize, y: usize, p: usize, lead: i32)',
    bodyOf(
      equations.graph,
      equations.rates.map((value, i) => ({ at: `out + ${i} * row + o`, value })),
      usedRates(equations),
    ),
  );

/** One kernel of their derivatives. An entry keeps its offset, whichever kernel it is in. */
const slopeKernelText = (equations: Equations, { name, folders, rows }: SlopeKernel): string => {
  const isMine = (i: number): boolean => folders.some((one) => one === equations.folders[i]);
  return fileOf(
    `/**
 * Derivatives, 1/s, of the rates of ${rows}. A row of
 * \`lead\` places for each of the reactionEntries of these, at its offset in \`rows\`.
 */`,
    `${name}<V, _S>(rows: usize, y: usize, p: usize, lead: i32)`,
    bodyOf(
      equations.graph,
      entriesOf(equations).flatMap(({ i, value }, e) =>
        isMine(i) ? [{ at: `(doubleAt(rows + ${8 * e}) as usize) + o`, value }] : [],
      ),
      usedRates(equations),
    ),
  );
};

/** What the kernels are given: the numbers of the equations and the entries of the matrix, in their order. */
const tableText = (equations: Equations): string => {
  const names = usedRates(equations).map((name) => `  '${name}',`);
  const entries = entriesOf(equations).map(({ i, j }) => `  ['${speciesIds[i]}', '${speciesIds[j]}'],`);
  return `// Made by tools/heal/generate-reactions.ts from the equations of species and terms; do not edit.

/** Numbers of the equations in the order in which the kernels of the reactions are given them. */
export const reactionRates = [
${names.join('\n')}
] as const;

/** Entries of the matrix of derivatives: the rate of the first state by the second. */
export const reactionEntries = [
${entries.join('\n')}
] as const;
`;
};

/** The generated files by their names in the folder of the kernels. */
export const reactionKernelFiles = (): Readonly<Record<string, string>> => {
  const equations = readEquations();
  return {
    'reactions.ts': rateKernelText(equations),
    ...Object.fromEntries(slopeKernels.map((one) => [one.file, slopeKernelText(equations, one)])),
    'reaction-table.ts': tableText(equations),
  };
};
