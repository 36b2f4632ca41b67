import type { Draw, Ensemble } from '../../ensemble.ts';
import { layers } from '../../skin/skin.ts';

const stageNames = ['skin', 'device', 'puncture', 'safety'] as const;

/** Parts of a draw with the inputs of each that are asked for: dotted names and keys. */
const partsOf = (names: readonly string[]): ReadonlyArray<readonly [keyof Draw, (readonly string[])[]]> => {
  const inPart = (prefix: string, keys: readonly string[] | undefined): (readonly string[])[] =>
    names
      .filter((name) => name.startsWith(`${prefix}.`))
      .map((name) => [name, name.slice(prefix.length + 1)])
      .filter(([, key = '']) => keys?.includes(key) ?? true);
  return [
    ['ranks', inPart('rank', layers)] as const,
    ...stageNames.map((stage) => [stage, inPart(stage, undefined)] as const),
  ].filter(([, own]) => own.length > 0);
};

/** The same draws with some inputs taken from other draws, all of them from the same one. */
export const exchange = (
  draws: readonly Draw[],
  { columns }: Ensemble,
  names: readonly string[],
  order: readonly number[],
): Draw[] => {
  const parts = partsOf(names);
  return draws.map((draw, i) => {
    const changed: Record<string, unknown> = {};
    for (const [part, inputs] of parts) {
      const own: Record<string, number> = { ...draw[part] };
      for (const [name = '', key = ''] of inputs) {
        const value = columns.get(name)?.[order[i] ?? i];
        if (value !== undefined && key in own) own[key] = value;
      }
      changed[part] = own;
    }
    // Keys and types are those of the draw: only numbers were replaced by numbers.
    return { ...draw, ...changed } as Draw;
  });
};
