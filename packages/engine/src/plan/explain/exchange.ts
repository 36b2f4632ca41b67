import type { Draw, Ensemble } from '../../ensemble.ts';
import { layers } from '../../skin/skin.ts';

const stageNames = ['skin', 'device', 'puncture', 'safety'] as const;

/** The same draws with some inputs taken from other draws, all of them from the same one. */
export const exchange = (
  draws: readonly Draw[],
  { columns }: Ensemble,
  names: readonly string[],
  order: readonly number[],
): Draw[] => {
  const asked = new Set(names);
  return draws.map((draw, i) => {
    const at = (name: string, own: number): number =>
      asked.has(name) ? (columns.get(name)?.[order[i] ?? i] ?? own) : own;
    const ranks = { ...draw.ranks };
    for (const layer of layers) ranks[layer] = at(`rank.${layer}`, ranks[layer]);
    const changed: Record<string, unknown> = { ranks };
    for (const stage of stageNames) {
      changed[stage] = Object.fromEntries(
        Object.entries(draw[stage]).map(([key, own]) => [key, at(`${stage}.${key}`, own)]),
      );
    }
    // Keys and types are those of the draw: only numbers were replaced by numbers.
    return { ...draw, ...changed } as Draw;
  });
};
