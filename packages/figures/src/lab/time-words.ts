const hour = 3600;
const day = 24 * hour;
const week = 7 * day;
const month = 30.4375 * day;
const year = 365.25 * day;

/** Named times of a logarithmic axis, s, as short as an axis has room for. */
export const namedTimes = [
  [1e-6, '1 µs'],
  [1e-5, '10 µs'],
  [1e-4, '0.1 ms'],
  [1e-3, '1 ms'],
  [1e-2, '10 ms'],
  [0.1, '0.1 s'],
  [1, '1 s'],
  [10, '10 s'],
  [60, '1 min'],
  [600, '10 min'],
  [hour, '1 h'],
  [day, '1 d'],
  [week, '1 wk'],
  [month, '1 mo'],
  [year, '1 y'],
] as const;
