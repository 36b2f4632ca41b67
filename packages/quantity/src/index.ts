export type {
  Angle,
  Area,
  ArealDensity,
  BloodFlow,
  BodyMassIndex,
  Conductivity,
  Current,
  Density,
  Dimension,
  DimensionEntry,
  DimensionValue,
  Energy,
  FieldStrength,
  Force,
  Fraction,
  Frequency,
  HeatFlux,
  HeatTransfer,
  Impedance,
  Length,
  LinePower,
  Mass,
  MolarEnergy,
  PerfusionHeat,
  Power,
  PowerDensity,
  Pressure,
  SpecificEnergy,
  SpecificHeat,
  SpecificPower,
  Speed,
  Stiffness,
  SurfaceEnergy,
  Temperature,
  TemperatureCoefficient,
  TemperatureDifference,
  ThermalConductivity,
  Time,
  Voltage,
  Volume,
  VolumicHeat,
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
