export type {
  Angle,
  Area,
  ArealDensity,
  BodyMassIndex,
  Conductivity,
  Current,
  Dimension,
  DimensionEntry,
  DimensionValue,
  Energy,
  Force,
  Fraction,
  Frequency,
  Impedance,
  Length,
  Mass,
  Power,
  Pressure,
  Speed,
  Stiffness,
  SurfaceEnergy,
  Temperature,
  TemperatureDifference,
  ThermalConductivity,
  Time,
  Voltage,
  VolumicHeat,
  Volume,
} from './dimension.ts';
export { dimensions } from './dimension.ts';
export { dimensionOf, unitsOf } from './unit.ts';
export { QuantityError } from './quantity-error.ts';
export type { QuantityProblem } from './quantity-error.ts';
export { fromSI, parseQuantity, toSI } from './quantity.ts';
export { formatInterval, formatQuantity } from './format-quantity.ts';
export { quantity } from './codec.ts';
export type { QuantityCodec, QuantityIssueParams, QuantityOptions } from './codec.ts';
export type { QuantityBounds } from './limits.ts';
