/** px, from which on a figure of heat has room for two of a kind. */
export const narrow = 560;
