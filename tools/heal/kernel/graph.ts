// Straight-line arithmetic as a graph in which each value stands once.

/** A value by its place in the graph. */
export type Value = number;

export const operations = ['add', 'sub', 'mul', 'div', 'min', 'max', 'less', 'atMost'] as const;
/** Words of a kernel; `less` and `atMost` choose the third or the fourth of their values by the first two. */
export type Operation = (typeof operations)[number];

export type Step =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'rate'; readonly name: string }
  | { readonly kind: 'state'; readonly name: string }
  | { readonly kind: 'operation'; readonly word: Operation; readonly of: readonly Value[] };

export interface Graph {
  readonly steps: readonly Step[];
  readonly number: (number: number) => Value;
  /** A number of the equations. */
  readonly rate: (name: string) => Value;
  /** A state of the place as it stands in memory. */
  readonly state: (name: string) => Value;
  readonly apply: (word: Operation, ...of: readonly Value[]) => Value;
}

/** Equal operations on equal values are one value, which cannot change a bit. */
export const createGraph = (): Graph => {
  const steps: Step[] = [];
  const known = new Map<string, Value>();
  const keep = (step: Step): Value => {
    const key = JSON.stringify(step);
    const found = known.get(key);
    if (found !== undefined) return found;
    steps.push(step);
    known.set(key, steps.length - 1);
    return steps.length - 1;
  };
  return {
    steps,
    number: (number) => keep({ kind: 'number', number }),
    rate: (name) => keep({ kind: 'rate', name }),
    state: (name) => keep({ kind: 'state', name }),
    apply: (word, ...of) => keep({ kind: 'operation', word, of }),
  };
};
