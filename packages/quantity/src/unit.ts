import { type Decimal, add, divide, multiply, negate, readDecimal, toDouble } from './decimal.ts';
import { type Dimension, dimensions } from './dimension.ts';
import { QuantityError } from './quantity-error.ts';

/** A way to write a dimension: value in SI = number × times / over + offset, all exact decimals. */
export type Unit = {
  readonly symbol: string;
  readonly aliases: readonly string[];
  readonly dimension: Dimension;
  readonly times: Decimal;
  readonly over: Decimal;
  readonly offset: Decimal;
};

/** Scale to SI ("1e-3", "1/60"), symbol, further spellings. */
type Row = readonly [scale: string, symbol: string, ...aliases: string[]];

const PI = '3.14159265358979323846264338327950288';

/**
 * Every unit, largest first. "um" also stands for "µm", "m2" for "m²", "ohm" for "Ω": see `spell`.
 * Month and year are the Julian ones (365.25 days), as ages and courses are counted.
 */
const rows: { readonly [Name in Dimension]: readonly Row[] } = {
  length: [
    ['1', 'm'],
    ['1e-2', 'cm'],
    ['1e-3', 'mm'],
    ['1e-6', 'um'],
    ['1e-9', 'nm'],
  ],
  area: [
    ['1', 'm2'],
    ['1e-4', 'cm2'],
    ['1e-6', 'mm2'],
    ['1e-12', 'um2'],
  ],
  volume: [
    ['1', 'm3'],
    ['1e-3', 'L', 'l'],
    ['1e-6', 'mL', 'ml', 'cm3'],
    ['1e-9', 'mm3', 'uL', 'ul'],
    ['1e-18', 'um3'],
  ],
  time: [
    ['31557600', 'years', 'year'],
    ['2629800', 'months', 'month'],
    ['604800', 'weeks', 'week'],
    ['86400', 'days', 'day', 'd'],
    ['3600', 'h', 'hour', 'hours'],
    ['60', 'min'],
    ['1', 's'],
    ['1e-3', 'ms'],
    ['1e-6', 'us'],
    ['1e-9', 'ns'],
    ['1e-12', 'ps'],
  ],
  speed: [
    ['1', 'm/s'],
    ['1e-2', 'cm/s'],
    ['1e-3', 'mm/s'],
    ['1e-6/3600', 'um/h'],
  ],
  frequency: [
    ['1e6', 'MHz'],
    ['1e3', 'kHz'],
    ['1', 'Hz', '1/s', '/s'],
    ['1/60', 'rpm', '1/min', '/min'],
    ['1/3600', '1/h', '/h', '1/hour', '/hour'],
    ['1/86400', '1/day', '/day', '1/d', '/d'],
  ],
  diffusivity: [
    ['1', 'm2/s'],
    ['1e-6', 'mm2/s'],
    ['1/3600', 'm2/h'],
    ['1e-6/86400', 'mm2/day', 'mm2/d'],
  ],
  mass: [
    ['1', 'kg'],
    ['1e-3', 'g'],
    ['1e-6', 'mg'],
  ],
  force: [
    ['1', 'N'],
    ['1e-3', 'mN'],
  ],
  'mass-flux': [
    ['1', 'kg/m2/s'],
    ['1e-3/3600', 'g/m2/h'],
  ],
  'mass-concentration': [
    ['1', 'kg/m3'],
    ['1e-3', 'g/m3'],
  ],
  pressure: [
    ['1e6', 'MPa'],
    ['1e3', 'kPa'],
    ['1', 'Pa'],
  ],
  energy: [
    ['1e3', 'kJ'],
    ['1', 'J'],
    ['1e-3', 'mJ'],
  ],
  power: [
    ['1e3', 'kW'],
    ['1', 'W'],
    ['1e-3', 'mW'],
  ],
  angle: [
    ['1', 'rad'],
    [`${PI}/180`, 'deg', '°'],
  ],
  temperature: [
    ['1', '°C', 'C'],
    ['1', 'K'],
  ],
  'temperature-difference': [['1', 'K']],
  'areal-density': [
    ['1e6', '1/mm2', '/mm2'],
    ['1e4', '1/cm2', '/cm2'],
    ['1', '1/m2', '/m2'],
  ],
  'surface-energy': [
    ['1e4', 'J/cm2'],
    ['1e3', 'kJ/m2'],
    ['1', 'J/m2'],
  ],
  stiffness: [
    ['1e3', 'N/mm', 'mN/um', 'kN/m'],
    ['1', 'N/m', 'mN/mm'],
  ],
  fraction: [
    ['1e-2', '%'],
    ['1', '1'],
  ],
  'body-mass-index': [['1', 'kg/m2']],
  conductivity: [
    ['1e2', 'S/cm'],
    ['1', 'S/m'],
    ['1e-1', 'mS/cm'],
    ['1e-3', 'mS/m'],
  ],
  'thermal-conductivity': [['1', 'W/m/K', 'W/(m K)', 'W/(m·K)']],
  voltage: [
    ['1e3', 'kV'],
    ['1', 'V'],
    ['1e-3', 'mV'],
  ],
  current: [
    ['1', 'A'],
    ['1e-3', 'mA'],
    ['1e-6', 'uA'],
  ],
  impedance: [
    ['1e3', 'kohm'],
    ['1', 'ohm'],
    ['1e-3', 'mohm'],
  ],
  'volumic-heat': [
    ['1e6', 'MJ/m3/K', 'MJ/(m3 K)', 'MJ/(m3·K)', 'J/cm3/K'],
    ['1e3', 'kJ/m3/K', 'kJ/(m3 K)', 'kJ/(m3·K)'],
    ['1', 'J/m3/K', 'J/(m3 K)', 'J/(m3·K)'],
  ],
  density: [
    ['1e3', 'g/cm3', 'kg/L', 'g/mL'],
    ['1', 'kg/m3'],
  ],
  'specific-heat': [
    ['1e3', 'kJ/kg/K', 'kJ/(kg K)', 'kJ/(kg·K)', 'J/g/K'],
    ['1', 'J/kg/K', 'J/(kg K)', 'J/(kg·K)'],
  ],
  'specific-energy': [
    ['1e6', 'MJ/kg'],
    ['1e3', 'kJ/kg', 'J/g'],
    ['1', 'J/kg'],
  ],
  'molar-energy': [
    ['4184', 'kcal/mol'],
    ['1e3', 'kJ/mol'],
    ['1', 'J/mol'],
  ],
  'specific-power': [
    ['1e3', 'kW/kg', 'W/g'],
    ['1', 'W/kg'],
  ],
  'power-density': [
    ['1e9', 'GW/m3', 'W/mm3'],
    ['1e6', 'MW/m3', 'W/cm3'],
    ['1e3', 'kW/m3'],
    ['1', 'W/m3'],
  ],
  'line-power': [
    ['1e3', 'kW/m', 'W/mm'],
    ['1e2', 'W/cm'],
    ['1', 'W/m', 'mW/mm'],
  ],
  'heat-flux': [
    ['1e6', 'W/mm2', 'MW/m2'],
    ['1e4', 'W/cm2'],
    ['1e3', 'kW/m2', 'mW/mm2'],
    ['1e1', 'mW/cm2'],
    ['1', 'W/m2'],
  ],
  'heat-transfer': [
    ['1e3', 'kW/m2/K'],
    ['1', 'W/m2/K', 'W/(m2 K)', 'W/(m2·K)'],
  ],
  'perfusion-heat': [
    ['1e6', 'MW/m3/K', 'W/cm3/K'],
    ['1e3', 'kW/m3/K'],
    ['1', 'W/m3/K', 'W/(m3 K)', 'W/(m3·K)'],
  ],
  'blood-flow': [
    ['1', 'm3/s/kg'],
    ['1e-5/60', 'mL/min/100g', 'ml/min/100g', 'mL/100g/min', 'ml/100g/min'],
    ['1e-6/60', 'mL/min/kg', 'ml/min/kg'],
  ],
  'temperature-coefficient': [
    ['1', '1/K', '/K'],
    ['1e-2', '%/K', '%/°C', '%/C'],
  ],
  'field-strength': [
    ['1e6', 'MV/m', 'kV/mm'],
    ['1e3', 'kV/m', 'V/mm'],
    ['1e2', 'V/cm'],
    ['1', 'V/m'],
  ],
};

const offsets: { readonly [symbol: string]: string } = { '°C': '273.15' };

const unitsBySpelling = new Map<string, Unit[]>();
for (const unit of Object.keys(rows).filter(isDimension).flatMap(buildUnits)) {
  for (const text of [unit.symbol, ...unit.aliases]) {
    unitsBySpelling.set(spell(text), [...(unitsBySpelling.get(spell(text)) ?? []), unit]);
  }
}

/** The unit of this spelling; only the kelvin serves two dimensions, and converts alike in both. */
export function findUnit(symbol: string, dimension?: Dimension): Unit | undefined {
  const found = unitsBySpelling.get(symbol) ?? unitsBySpelling.get(spell(symbol)) ?? [];
  return found.find((unit) => unit.dimension === dimension) ?? found[0];
}

export function getUnit(symbol: string): Unit {
  const unit = findUnit(symbol);
  if (unit) return unit;
  throw new QuantityError(`unknown unit "${symbol}"`, {
    text: symbol,
    dimension: undefined,
    problem: 'unknown-unit',
  });
}

/** What a unit measures; for "K" the absolute temperature. */
export function dimensionOf(unit: string): Dimension {
  return getUnit(unit).dimension;
}

/** The units of a dimension, one spelling each, largest first. */
export function unitsOf(dimension: Dimension): string[] {
  return rows[dimension].map(([, symbol]) => symbol);
}

/** The SI value of a number in this unit, rounded once. */
export function convertIn(value: Decimal, { times, over, offset }: Unit): number {
  return toDouble(add(divide(multiply(value, times), over), offset));
}

/** The number in this unit of an SI value, to forty digits where it does not end. */
export function convertOut(value: Decimal, { times, over, offset }: Unit): Decimal {
  return divide(multiply(add(value, negate(offset)), over), times);
}

/** One spelling for all: superscripts become digits, both micro signs "u", both omegas "ohm". */
function spell(symbol: string): string {
  return symbol.normalize('NFKC').replaceAll('\u03bc', 'u').replaceAll('\u03a9', 'ohm');
}

function buildUnits(dimension: Dimension): Unit[] {
  return rows[dimension].map(([scale, symbol, ...aliases]) => {
    const [times = '1', over = '1'] = scale.split('/');
    return {
      symbol,
      aliases,
      dimension,
      times: readDecimal(times),
      over: readDecimal(over),
      offset: readDecimal(offsets[symbol] ?? '0'),
    };
  });
}

function isDimension(name: string): name is Dimension {
  return Object.hasOwn(dimensions, name);
}
