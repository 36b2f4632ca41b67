/** A colour by lightness and two opponent axes: green to red, blue to yellow (OKLab, Ottosson 2020). */
type Lab = readonly [lightness: number, greenRed: number, blueYellow: number];

/**
 * Less, level and more. Straight between them in OKLab, so that equal steps of a value look equal; apart in lightness
 * and in blue to yellow, which people with red-green blindness see too.
 */
const less: Lab = [0.4, -0.02, -0.12];
const level: Lab = [0.96, 0, 0];
const more: Lab = [0.46, 0.06, 0.095];

const mix = (a: Lab, b: Lab, share: number): Lab => [
  a[0] + share * (b[0] - a[0]),
  a[1] + share * (b[1] - a[1]),
  a[2] + share * (b[2] - a[2]),
];

const encoded = (linear: number): string => {
  const light = Math.min(1, Math.max(0, linear));
  const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * value)
    .toString(16)
    .padStart(2, '0');
};

/** OKLab to sRGB as #rrggbb. */
const hexOf = ([lightness, a, b]: Lab): string => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return `#${encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)}${encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)}${encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)}`;
};

/** The colour of a value from -1 (least) through 0 (level) to 1 (most). */
export const divergingColour = (value: number): string =>
  hexOf(mix(level, value < 0 ? less : more, Math.min(1, Math.abs(value))));
