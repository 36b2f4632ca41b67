import { amountText } from './setting.ts';

/** What of a zone, or where, is read. */
export type Measured =
  | { readonly extent: 'width' | 'radius' | 'length' | 'deepest' | 'volume' }
  | { readonly temperatureAt: string | undefined }
  | { readonly timeTo: 'necrosis' | 'shrinkage' }
  | { readonly halfChange: true };

/** Settings by the name that cases give them, as text with units. */
export type Changes = Readonly<Record<string, string>>;

/** A quantity in words, read: what is measured, at which settings, and what is compared with what. */
export interface Reading {
  readonly of: Measured;
  readonly sides: readonly [Changes] | readonly [Changes, Changes];
  readonly how: 'alone' | 'ratio' | 'difference';
  /** A setting that is taken away from the size: "length minus tip length". */
  readonly less: string | undefined;
}

const number = String.raw`(\d+(?:\.\d+)?)`;

/** What a number with this unit sets, by the words around it. */
const settingOf = (unit: string, before: string, after: string): string | undefined => {
  if (/^(ga|gauge|g)$/i.test(unit)) return 'diameter';
  if (/^(°?C|degC)$/.test(unit)) return 'held';
  if (/^(ms|s|min|h)$/.test(unit)) return 'time';
  if (/^(mJ|J)$/.test(unit)) return 'energy';
  if (/^W$/.test(unit)) return 'power';
  if (/^V$/.test(unit)) return 'voltage';
  if (/^(mA|A)$/.test(unit)) return 'current';
  if (/^(kHz|MHz)$/.test(unit)) return 'frequency';
  if (!/^(um|µm|mm|cm)$/.test(unit)) return undefined;
  if (
    /^\W*(tip|active|exposed|exposure)/i.test(after) ||
    /(tip|active|exposed)\W*(length)?\W*$/i.test(before)
  )
    return 'exposed';
  if (/^\W*(spacing|apart|pitch|distance)/i.test(after) || /spacing\W*$/i.test(before)) return 'spacing';
  if (/^\W*(needle )?(deep|depth|insertion)/i.test(after) || /depth\W*(of)?\W*$/i.test(before))
    return 'depth';
  return /diameter|thick|needle/i.test(after) ? 'diameter' : 'exposed';
};

/** Every number with a unit that names a setting. */
const changesOf = (words: string): Changes => {
  const found = [
    ...words.matchAll(
      new RegExp(`${number}[ -]*(gauge|ga|degC|°?C|ms|min|mJ|mA|kHz|MHz|um|µm|mm|cm|[sWVAJhG])\\b`, 'g'),
    ),
  ];
  return Object.fromEntries(
    found.flatMap(({ 0: all, 1: value = '', 2: unit = '', index }) => {
      const name = settingOf(unit, words.slice(0, index), words.slice(index + all.length));
      return name === undefined ? [] : [[name, amountText(Number(value), unit.replace('µ', 'u'))]];
    }),
  );
};

const distance = new RegExp(`temperature (?:at|,)? ?${number} (mm|cm|um)`, 'i');

const measuredOf = (words: string): Measured | undefined => {
  if (/denaturation temperature/i.test(words)) return { halfChange: true };
  if (/time to .*(necrosis|burn)/i.test(words)) return { timeTo: 'necrosis' };
  if (/time to .*(shrink|denatur|coagul)/i.test(words)) return { timeTo: 'shrinkage' };
  const [, value, unit = ''] = distance.exec(words) ?? [];
  if (value !== undefined) return { temperatureAt: amountText(Number(value), unit) };
  if (/volume/i.test(words)) return { extent: 'volume' };
  if (/radius/i.test(words)) return { extent: 'radius' };
  if (/width|(short|minor)[ -]axis|transverse|diameter/i.test(words)) return { extent: 'width' };
  if (/length|(long|major)[ -]axis|vertical/i.test(words)) return { extent: 'length' };
  if (/depth/i.test(words) && !/pore|channel/i.test(words)) return { extent: 'deepest' };
  return undefined;
};

/** Words of what a zone of heat does not give, though they may name a size. */
const unread = /pore|correlat|qualitative|confluent|spacing with|excess of|cooling effect/i;

/** Words that say where a size is taken, so that no number of theirs is a setting. */
const withoutPlace = (words: string): string => words.replace(distance, 'temperature');

const compared = (
  words: string,
): { readonly how: 'ratio' | 'difference'; readonly sides: [string, string] } | undefined => {
  const [, how, first, second] =
    /\b(ratio|difference)\b[ ,:]*(?:of |between )?(.+?)\s*(?:\/|\bvs\.?|\bover\b|\bagainst\b|\band\b|\bto\b| - |–)\s*(.+)$/i.exec(
      words,
    ) ?? [];
  if (how === undefined || first === undefined || second === undefined) return undefined;
  return { how: how.toLowerCase() === 'ratio' ? 'ratio' : 'difference', sides: [first, second] };
};

/** What both sides share stands after "at". */
const split = (words: string): { readonly own: string; readonly both: string } => {
  const [own = '', ...rest] = words.split(/\s+at\s+/);
  return { own, both: rest.join(' ') };
};

/** Reads a quantity; undefined where the words name nothing that a zone of heat or a temperature gives. */
export const readingOf = (quantity: string): Reading | undefined => {
  const of = unread.test(quantity) ? undefined : measuredOf(quantity);
  if (of === undefined) return undefined;
  const less = /minus (?:the )?(?:active |exposed )?(?:tip|length)/i.test(quantity) ? 'exposed' : undefined;
  const words = withoutPlace(quantity);
  const pair = less === undefined ? compared(words) : undefined;
  if (pair === undefined) return { of, sides: [changesOf(words)], how: 'alone', less };
  const [first, second] = pair.sides;
  const { own, both } = split(second);
  const shared = changesOf(both);
  return {
    of,
    sides: [
      { ...shared, ...changesOf(first) },
      { ...shared, ...changesOf(own) },
    ],
    how: pair.how,
    less,
  };
};
