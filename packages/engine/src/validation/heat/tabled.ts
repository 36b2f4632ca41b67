/**
 * Resistances without a closed form (ohm, at 0.30 S/m, insulating surface, needles normal to it; mm in the
 * geometry). Basis: derived. Single and pair by axisymmetric boundary elements, ring charges on 64 + 32 panels a
 * needle, within 0.004 % on the spheroid at 80 panels; the pair's coupling by the potential on the other's axis,
 * and again with azimuthal modes 0 to 2 of the charge (28 + 10 panels). Use the last where half a per cent counts.
 */
export const needlePairs = [
  {
    radius: 0.15,
    from: 0,
    to: 1.5,
    tip: 0,
    pitch: 1.5,
    single: 927.61,
    pair: 1291.0,
    modes: 1288.0,
    uncertainty: 0.005,
  },
  {
    radius: 0.15,
    from: 0,
    to: 1.5,
    tip: 0.5,
    pitch: 1.5,
    single: 1051.9,
    pair: 1514.4,
    modes: 1511.8,
    uncertainty: 0.005,
  },
  {
    radius: 0.1,
    from: 1.2,
    to: 1.5,
    tip: 0,
    pitch: 1,
    single: 2031.5,
    pair: 3353.6,
    modes: 3352.3,
    uncertainty: 0.005,
  },
  {
    radius: 0.1,
    from: 1.2,
    to: 1.5,
    tip: 0.3,
    pitch: 1.5,
    single: 2793,
    pair: 5056,
    modes: undefined,
    uncertainty: 0.0025,
  },
  {
    radius: 0.045,
    from: 0,
    to: 0.45,
    tip: 0.1,
    pitch: undefined,
    single: 3389.3,
    pair: undefined,
    modes: undefined,
    uncertainty: 0.002,
  },
] as const;

/**
 * 5 × 5 bare needles, radius 0.15 mm, 1.5 mm long (ohm, 0.30 S/m). Basis: derived. Thin-wire method of moments,
 * 12 segments a needle, ±3 %; the panel method of the pairs beside it.
 */
export const needleArrays = [
  { pitch: 1.5, polarity: 'chessboard', thinWire: 85.1, panels: 86.0 },
  { pitch: 1.5, polarity: 'rows', thinWire: 107.2, panels: 108.2 },
  { pitch: 2, polarity: 'chessboard', thinWire: 96.2, panels: 97.1 },
  { pitch: 2, polarity: 'rows', thinWire: 116.7, panels: 117.8 },
] as const;

/** Current of single needles of the 1.5 mm array, mA per V between the groups, thin wire. Basis: derived. */
export const arrayCurrents = {
  chessboard: { centre: 0.966, corner: 0.819, edge: 0.914 },
  rows: { centre: 0.795, corner: 0.557, edge: 0.525 },
} as const;

/**
 * Infinite needle of radius 0.15 mm, thermally insulated, in tissue inside a ground of radius 3 mm held at 37 °C.
 * Resistance times length (ohm m), power per length (W/m), temperatures (°C) at 0.3 and 0.6 mm. Basis: derived,
 * explicit finite volumes on logarithmic cells; 50, 100 and 200 cells agree within 0.1 %.
 */
export const coupledRadial = [
  {
    conductivity: 'constant',
    voltage: 40,
    time: 0.1,
    resistance: 1.5893,
    power: 1006.742,
    near: 54.49,
    far: 41.21,
  },
  {
    conductivity: 'constant',
    voltage: 40,
    time: 0.5,
    resistance: 1.5893,
    power: 1006.742,
    near: 107.46,
    far: 62.96,
  },
  {
    conductivity: 'rising',
    voltage: 40,
    time: 0.1,
    resistance: 1.3876,
    power: 1153.04,
    near: 53.99,
    far: 41.66,
  },
  {
    conductivity: 'rising',
    voltage: 40,
    time: 0.5,
    resistance: 1.0619,
    power: 1506.7,
    near: 103.98,
    far: 66.92,
  },
  {
    conductivity: 'rising, with boiling',
    voltage: 60,
    time: 0.1,
    resistance: 1.2396,
    power: 2904.2,
    near: 74.06,
    far: 48.31,
  },
] as const;
