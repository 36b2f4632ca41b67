const noBreak = '\u00a0';
const thinSpace = '\u202f';

/** Ties what belongs together, so that a line breaks before an interval and never inside it or before a unit. */
export const typeset = (text: string): string =>
  text
    .replace(/\([^()]{1,24}\)/g, (bracket) => bracket.replaceAll(' ', noBreak))
    .replace(/(\d) (?=%)/g, `$1${thinSpace}`)
    .replace(/\bat (?=\d)/g, `at${noBreak}`)
    .replace(/(\d) (?=(mm|µm|cm²|Hz|kg|°C|mJ|ms|mA|ohm|days?|years)\b)/g, `$1${noBreak}`);
