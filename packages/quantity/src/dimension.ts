/** A number that says what it measures. Arithmetic stays free; mixing two dimensions does not compile. */
type Flavoured<Name extends string> = number & { readonly dimension?: Name };

/** A length, depth, thickness or distance in m. */
export type Length = Flavoured<'length'>;
/** An area in m². */
export type Area = Flavoured<'area'>;
/** A volume in m³. */
export type Volume = Flavoured<'volume'>;
/** A time, interval or age in s. */
export type Time = Flavoured<'time'>;
/** A speed in m/s. */
export type Speed = Flavoured<'speed'>;
/** Events per second, and any other rate in 1/s. */
export type Frequency = Flavoured<'frequency'>;
/** Diffusivity of heat or of a substance in m²/s. */
export type Diffusivity = Flavoured<'diffusivity'>;
/** A mass in kg. */
export type Mass = Flavoured<'mass'>;
/** Mass through an area in a time, in kg/m²/s. */
export type MassFlux = Flavoured<'mass-flux'>;
/** Mass of a substance per volume of what holds it, in kg/m³. */
export type MassConcentration = Flavoured<'mass-concentration'>;
/** A force in N. */
export type Force = Flavoured<'force'>;
/** A pressure, stress or elastic modulus in Pa. */
export type Pressure = Flavoured<'pressure'>;
/** An energy in J. */
export type Energy = Flavoured<'energy'>;
/** A power in W. */
export type Power = Flavoured<'power'>;
/** An angle in rad. */
export type Angle = Flavoured<'angle'>;
/** Absolute temperature in kelvin. */
export type Temperature = Flavoured<'temperature'>;
/** A difference of two temperatures, such as a rise, in K. Text in °C is refused: that is an absolute temperature. */
export type TemperatureDifference = Flavoured<'temperature-difference'>;
/** Things per area, in 1/m². */
export type ArealDensity = Flavoured<'areal-density'>;
/** Energy per area, such as the fracture toughness of skin, in J/m². */
export type SurfaceEnergy = Flavoured<'surface-energy'>;
/** Force per displacement in N/m. */
export type Stiffness = Flavoured<'stiffness'>;
/** A share of one: "5 %" is 0.05. */
export type Fraction = Flavoured<'fraction'>;
/** Body mass over the square of height, in kg/m². */
export type BodyMassIndex = Flavoured<'body-mass-index'>;
/** Electric conductivity in S/m. */
export type Conductivity = Flavoured<'conductivity'>;
/** Thermal conductivity in W/m/K. */
export type ThermalConductivity = Flavoured<'thermal-conductivity'>;
/** A voltage in V. */
export type Voltage = Flavoured<'voltage'>;
/** An electric current in A. */
export type Current = Flavoured<'current'>;
/** An electric resistance or magnitude of impedance in ohm. */
export type Impedance = Flavoured<'impedance'>;
/** Heat per volume and kelvin (density times specific heat), in J/m³/K. */
export type VolumicHeat = Flavoured<'volumic-heat'>;
/** Mass per volume of a material, in kg/m³. */
export type Density = Flavoured<'density'>;
/** Heat capacity per mass, in J/kg/K. */
export type SpecificHeat = Flavoured<'specific-heat'>;
/** Energy per mass, such as a latent heat, in J/kg. */
export type SpecificEnergy = Flavoured<'specific-energy'>;
/** Energy per amount of substance, such as an activation energy, in J/mol. */
export type MolarEnergy = Flavoured<'molar-energy'>;
/** Power per mass, in W/kg. */
export type SpecificPower = Flavoured<'specific-power'>;
/** Power per volume, such as Joule heat in tissue, in W/m³. */
export type PowerDensity = Flavoured<'power-density'>;
/** Power per length, in W/m. */
export type LinePower = Flavoured<'line-power'>;
/** Power per area, in W/m². */
export type HeatFlux = Flavoured<'heat-flux'>;
/** Power per area and kelvin, as of cooling by air, in W/m²/K. */
export type HeatTransfer = Flavoured<'heat-transfer'>;
/** Power per volume and kelvin, as blood takes it up, in W/m³/K. */
export type PerfusionHeat = Flavoured<'perfusion-heat'>;
/** Volume of blood per time and mass of tissue, in m³/s/kg. */
export type BloodFlow = Flavoured<'blood-flow'>;
/** Relative change per kelvin, in 1/K. */
export type TemperatureCoefficient = Flavoured<'temperature-coefficient'>;
/** Strength of an electric field, in V/m. */
export type FieldStrength = Flavoured<'field-strength'>;

/** The number type that belongs to each dimension's name. */
export type DimensionValue = {
  length: Length;
  area: Area;
  volume: Volume;
  time: Time;
  speed: Speed;
  frequency: Frequency;
  diffusivity: Diffusivity;
  mass: Mass;
  'mass-flux': MassFlux;
  'mass-concentration': MassConcentration;
  force: Force;
  pressure: Pressure;
  energy: Energy;
  power: Power;
  angle: Angle;
  temperature: Temperature;
  'temperature-difference': TemperatureDifference;
  'areal-density': ArealDensity;
  'surface-energy': SurfaceEnergy;
  stiffness: Stiffness;
  fraction: Fraction;
  'body-mass-index': BodyMassIndex;
  conductivity: Conductivity;
  'thermal-conductivity': ThermalConductivity;
  voltage: Voltage;
  current: Current;
  impedance: Impedance;
  'volumic-heat': VolumicHeat;
  density: Density;
  'specific-heat': SpecificHeat;
  'specific-energy': SpecificEnergy;
  'molar-energy': MolarEnergy;
  'specific-power': SpecificPower;
  'power-density': PowerDensity;
  'line-power': LinePower;
  'heat-flux': HeatFlux;
  'heat-transfer': HeatTransfer;
  'perfusion-heat': PerfusionHeat;
  'blood-flow': BloodFlow;
  'temperature-coefficient': TemperatureCoefficient;
  'field-strength': FieldStrength;
};

/** The name of a dimension, such as 'length': a key of `dimensions`, which gives its SI unit. */
export type Dimension = keyof DimensionValue;

/** What is known of one dimension: its SI unit, its plural and an example. */
export type DimensionEntry = {
  /** The SI unit that the bare number inside is in. */
  readonly unit: string;
  /** What several of it are called in a sentence. */
  readonly plural: string;
  /** A typical text, shown when someone has to be told how to write one. */
  readonly example: string;
};

/** For each dimension: its SI unit, its name in the plural and an example. */
export const dimensions: { readonly [Name in Dimension]: DimensionEntry } = {
  length: { unit: 'm', plural: 'lengths', example: '1.5 mm' },
  area: { unit: 'm2', plural: 'areas', example: '25 cm2' },
  volume: { unit: 'm3', plural: 'volumes', example: '2 mL' },
  time: { unit: 's', plural: 'times', example: '40 ms' },
  speed: { unit: 'm/s', plural: 'speeds', example: '10 mm/s' },
  frequency: { unit: 'Hz', plural: 'frequencies', example: '120 Hz' },
  diffusivity: { unit: 'm2/s', plural: 'diffusivities', example: '0.3 mm2/day' },
  mass: { unit: 'kg', plural: 'masses', example: '70 kg' },
  'mass-flux': { unit: 'kg/m2/s', plural: 'mass fluxes', example: '95 g/m2/h' },
  'mass-concentration': { unit: 'kg/m3', plural: 'mass concentrations', example: '25 g/m3' },
  force: { unit: 'N', plural: 'forces', example: '2 N' },
  pressure: { unit: 'Pa', plural: 'pressures', example: '20 kPa' },
  energy: { unit: 'J', plural: 'energies', example: '50 mJ' },
  power: { unit: 'W', plural: 'powers', example: '25 W' },
  angle: { unit: 'rad', plural: 'angles', example: '30 deg' },
  temperature: { unit: 'K', plural: 'temperatures', example: '37 °C' },
  'temperature-difference': { unit: 'K', plural: 'temperature differences', example: '5 K' },
  'areal-density': { unit: '1/m2', plural: 'areal densities', example: '250 1/cm2' },
  'surface-energy': { unit: 'J/m2', plural: 'surface energies', example: '30 kJ/m2' },
  stiffness: { unit: 'N/m', plural: 'stiffnesses', example: '0.5 mN/um' },
  fraction: { unit: '1', plural: 'fractions', example: '5 %' },
  'body-mass-index': { unit: 'kg/m2', plural: 'body mass indices', example: '24 kg/m2' },
  conductivity: { unit: 'S/m', plural: 'conductivities', example: '0.2 S/m' },
  'thermal-conductivity': { unit: 'W/m/K', plural: 'thermal conductivities', example: '0.35 W/m/K' },
  voltage: { unit: 'V', plural: 'voltages', example: '60 V' },
  current: { unit: 'A', plural: 'currents', example: '300 mA' },
  impedance: { unit: 'ohm', plural: 'impedances', example: '400 ohm' },
  'volumic-heat': { unit: 'J/m3/K', plural: 'volumic heats', example: '3.6 MJ/m3/K' },
  density: { unit: 'kg/m3', plural: 'densities', example: '1100 kg/m3' },
  'specific-heat': { unit: 'J/kg/K', plural: 'specific heats', example: '3400 J/kg/K' },
  'specific-energy': { unit: 'J/kg', plural: 'specific energies', example: '2.26 MJ/kg' },
  'molar-energy': { unit: 'J/mol', plural: 'molar energies', example: '430 kJ/mol' },
  'specific-power': { unit: 'W/kg', plural: 'specific powers', example: '1.6 W/kg' },
  'power-density': { unit: 'W/m3', plural: 'power densities', example: '10 MW/m3' },
  'line-power': { unit: 'W/m', plural: 'line powers', example: '100 W/m' },
  'heat-flux': { unit: 'W/m2', plural: 'heat fluxes', example: '500 W/m2' },
  'heat-transfer': { unit: 'W/m2/K', plural: 'heat transfer coefficients', example: '10 W/m2/K' },
  'perfusion-heat': { unit: 'W/m3/K', plural: 'perfusion heats', example: '7500 W/m3/K' },
  'blood-flow': { unit: 'm3/s/kg', plural: 'blood flows', example: '106 mL/min/kg' },
  'temperature-coefficient': { unit: '1/K', plural: 'temperature coefficients', example: '1.8 %/K' },
  'field-strength': { unit: 'V/m', plural: 'field strengths', example: '20 kV/m' },
};

/** The dimension as a sentence says it: "a length", "an areal density". */
export function nameDimension(dimension: Dimension): string {
  const words = dimension.replaceAll('-', ' ');
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
