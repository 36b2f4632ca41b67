import { createHash } from 'node:crypto';

const hashLength = 6;
/** Signs of a zone's name in those of its files: systems allow 255 bytes, and a sign may take four. */
const longest = 40;
/** Names that some systems keep for devices, whatever follows them. */
const reserved = /^(con|prn|aux|nul|com\p{N}|lpt\p{N})$/u;

const withHash = (readable: string, name: string): string =>
  `${readable}-${createHash('sha256').update(name).digest('hex').slice(0, hashLength)}`;

// Through capitals, since some letters share one: ß and ss, the two small sigmas.
const folded = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');

const readableOf = (name: string): string =>
  [
    ...name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'),
  ]
    .slice(0, longest)
    .join('');

/**
 * Of a zone, as the start of its files: letters of any script and digits, joined by hyphens. What holds other signs than
 * letters, digits, spaces and hyphens ends on a hash of the whole name, so that "a / b" and "a + b" stay apart; so does
 * what is longer than file names may be, and what systems keep for devices.
 */
export const fileName = (name: string): string => {
  const readable = readableOf(name);
  const isPlain = !/[^\p{L}\p{M}\p{N} _-]/u.test(name) && [...name].length <= longest;
  return isPlain && readable !== '-' && !reserved.test(folded(readable))
    ? readable
    : withHash(readable, name);
};

const keyOf = (zone: string): string => folded(fileName(zone));

/**
 * Names of the files of zones that are written into one folder. Where two would be one to a system that sees no
 * difference between capitals and small letters, or between one sign and the same made of two, both end on a hash; and
 * so does a name that goes on where another ends, as the files of that do.
 */
export const zoneFileNames = (zones: readonly string[]): ((zone: string) => string) => {
  const isClear = (zone: string): boolean =>
    zones.every((other) => other === zone || !`${keyOf(zone)}-`.startsWith(`${keyOf(other)}-`));
  const names = new Map(
    zones.map((zone) => [zone, isClear(zone) ? fileName(zone) : withHash(fileName(zone), zone)]),
  );
  return (zone) => names.get(zone) ?? fileName(zone);
};
