/** Layers, from the top, whose middle lies in the papillary dermis; at least the first. */
export const papillaryLayers = (depths: Float64Array, papillary: number): number => {
  const middles = Array.from(depths.subarray(1), (bottom, l) => (bottom + depths[l]) / 2);
  return Math.max(1, middles.filter((middle) => middle < papillary).length);
};
