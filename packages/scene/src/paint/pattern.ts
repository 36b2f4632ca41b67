/** Scatter for looks only: the same in every drawing, between 0 and 1. */
export const hash = (i: number, j: number, k: number): number => {
  let state =
    Math.imul(i + 1013, 374_761_393) ^ Math.imul(j + 7919, 668_265_263) ^ Math.imul(k + 31, 2_147_483_629);
  state = Math.imul(state ^ (state >>> 13), 1_274_126_177);
  return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
};

const smooth = (share: number): number => share * share * (3 - 2 * share);

/** Noise that is even between whole places. */
const noise = (u: number, v: number, seed: number): number => {
  const [i, j] = [Math.floor(u), Math.floor(v)];
  const [a, b] = [smooth(u - i), smooth(v - j)];
  const row = (n: number): number => {
    const left = hash(i, n, seed);
    return left + a * (hash(i + 1, n, seed) - left);
  };
  const upper = row(j);
  return upper + b * (row(j + 1) - upper);
};

// Places a metre: fibres lie mostly level, so that noise is drawn out across.
const fibreAcross = 2200;
const fibreDown = 9500;
const fibreWidth = 0.022;

/** Whether a point of a face lies on a fibre of the dermis. */
export const isFibre = (across: number, depth: number): boolean => {
  const wave = noise(across * 900, depth * 900, 5) * 0.6;
  const value = noise(across * fibreAcross, depth * fibreDown + wave * 3, 3);
  return Math.abs(value - 0.5) < fibreWidth;
};

const lobuleAcross = 4.2e-4;
const lobuleDown = 2.8e-4;

/** Whether a point of a face lies on the edge of a lobule of fat. */
export const isLobuleEdge = (across: number, depth: number): boolean => {
  const row = Math.floor(depth / lobuleDown);
  const shift = row % 2 === 0 ? 0 : lobuleAcross / 2;
  const u = (((across + shift) / lobuleAcross) % 1) + (across + shift < 0 ? 1 : 0) - 0.5;
  const v = ((depth / lobuleDown) % 1) - 0.5;
  const radius = Math.hypot(u, v);
  return radius > 0.42 && radius < 0.46;
};

// Grid of possible cells, m; one dot at most in each square.
const square = 5.2e-5;

/**
 * Share of the squares that must be taken for a dot to show at a point of a face; 2 where none can. Each kind of dot
 * has its own seed.
 */
export const dotAt = (across: number, depth: number, seed: number): number => {
  const [i, j] = [Math.floor(across / square), Math.floor(depth / square)];
  const [u, v] = [
    across / square - i - 0.3 - 0.4 * hash(i, j, seed + 1),
    depth / square - j - 0.3 - 0.4 * hash(i, j, seed + 2),
  ];
  return u * u + v * v < 0.07 ? hash(i, j, seed) : 2;
};
