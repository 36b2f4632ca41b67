import { needleDiameter } from './gauge.ts';

/** What a record says of a setting: the one value, the values that were used, or a range. Text with units. */
export type Setting =
  | { readonly value: string }
  | { readonly one_of: readonly string[] }
  | { readonly from: string; readonly to: string };

/** A setting that a draw can take; `value` is fixed. */
export type Settings = Readonly<Record<string, unknown>>;

interface Amount {
  readonly value?: unknown;
  readonly values?: unknown;
  readonly min?: unknown;
  readonly max?: unknown;
  readonly unit?: unknown;
}

const units: Readonly<Record<string, string>> = {
  C: '°C',
  degC: '°C',
  seconds: 's',
  minutes: 'min',
  '1': '',
  count: '',
};

/** An amount as text with its unit as the engine writes it; a gauge becomes the diameter of the needle. */
export const amountText = (value: number, unit: string): string => {
  if (/^(gauge|ga|g)$/i.test(unit)) return needleDiameter(value);
  return `${value} ${units[unit] ?? unit}`.trim();
};

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const read = ({ value, values, min, max, unit }: Amount): Setting | undefined => {
  const text = (each: number): string => amountText(each, typeof unit === 'string' ? unit : '1');
  if (isNumber(value)) return { value: text(value) };
  const list = Array.isArray(values) ? values.filter(isNumber) : [];
  const [first] = list;
  if (first !== undefined) return list.length === 1 ? { value: text(first) } : { one_of: list.map(text) };
  if (isNumber(min) && isNumber(max)) return { from: text(min), to: text(max) };
  return undefined;
};

const isAmount = (of: unknown): of is Amount => typeof of === 'object' && of !== null;

/** The first of these names that the settings give with a number; undefined where none does. */
export const settingOf = (settings: Settings, ...names: readonly string[]): Setting | undefined =>
  names
    .map((name) => settings[name])
    .filter(isAmount)
    .map(read)
    .find((setting) => setting !== undefined);

/** Everything that the settings say in words. */
export const wordsOf = (settings: Settings): string =>
  Object.entries(settings)
    .flatMap(([name, value]) => (typeof value === 'string' ? [`${name} ${value}`] : []))
    .join('; ');
