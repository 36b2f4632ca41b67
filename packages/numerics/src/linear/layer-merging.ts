/** A part of a layer of another stack. */
export interface Share {
  readonly layer: number;
  readonly weight: number;
}

/** How a stack of layers goes over into one of half as many, made of pairs; an odd last one stays alone. */
export interface Merging {
  readonly thicknesses: readonly number[];
  /** For each layer, the merged layer it is in, and its part of that. */
  readonly into: readonly Share[];
  /** For each layer, the merged layers between whose middles its value is interpolated; constant at both ends. */
  readonly from: readonly (readonly Share[])[];
}

const middlesOf = (thicknesses: readonly number[]): number[] => {
  let depth = 0;
  return thicknesses.map((thickness) => {
    depth += thickness;
    return depth - thickness / 2;
  });
};

const interpolation = (middle: number, middles: readonly number[]): Share[] => {
  const next = middles.findIndex((other) => other > middle);
  if (next === 0) return [{ layer: 0, weight: 1 }];
  if (next < 0) return [{ layer: middles.length - 1, weight: 1 }];
  const weight = (middle - middles[next - 1]) / (middles[next] - middles[next - 1]);
  return [
    { layer: next - 1, weight: 1 - weight },
    { layer: next, weight },
  ];
};

export const mergePairs = (given: readonly number[]): Merging => {
  const thicknesses = Array.from({ length: Math.ceil(given.length / 2) }, (_, pair) =>
    given.slice(2 * pair, 2 * pair + 2).reduce((sum, thickness) => sum + thickness, 0),
  );
  const middles = middlesOf(thicknesses);
  return {
    thicknesses,
    into: given.map((thickness, layer) => {
      const pair = Math.floor(layer / 2);
      return { layer: pair, weight: thickness / thicknesses[pair] };
    }),
    from: middlesOf(given).map((middle) => interpolation(middle, middles)),
  };
};
