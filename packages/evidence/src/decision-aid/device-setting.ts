/** A number with a unit that only a device has, or a count of passes or pulses. */
const patterns = [
  /\d\s*(?:mm|µm|μm|um|mJ|kJ|J|mW|W|kHz|MHz|Hz|rpm|ms|°C|degrees)(?![a-z])/iu,
  /\b(?:milli|micro)met(?:re|er)s?\b/i,
  /\b(?:milli)?joules?\b|\bwatts?\b/i,
  /\b(?:\d+|one|two|three|four|five|six|eight|ten)\s+(?:more\s+)?(?:pass|passes|pulse|pulses|shots)\b/i,
];

/** Does the text say how a device should be set? What a person reads must not. */
export function holdsDeviceSetting(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
