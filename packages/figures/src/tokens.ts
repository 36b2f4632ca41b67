/** Colours by meaning, for light and dark. One colour means one thing. */
export const tokens = {
  bg: { light: '#F2F4F3', dark: '#0F1618' },
  surface: { light: '#FFFFFF', dark: '#172023' },
  sunk: { light: '#E8ECEB', dark: '#202B2F' },
  ink: { light: '#172124', dark: '#EAF0F0' },
  muted: { light: '#50606A', dark: '#A3B3B8' },
  line: { light: '#CFD7D8', dark: '#36454A' },
  grid: { light: '#E3E8E8', dark: '#263236' },
  accent: { light: '#4B2E83', dark: '#C3B0F5' },
  onaccent: { light: '#FFFFFF', dark: '#1B1030' },
  limit: { light: '#A3330B', dark: '#FF9E73' },
  limitsoft: { light: '#FBE8DF', dark: '#43241A' },
  caution: { light: '#7A5200', dark: '#EBC25B' },
  cautionsoft: { light: '#F8EDCF', dark: '#3A2F12' },
  ok: { light: '#1D6349', dark: '#74D0A6' },
  oksoft: { light: '#DDEFE6', dark: '#173629' },
  sc: { light: '#5E7078', dark: '#93A7AE' },
  epi: { light: '#A3B4B9', dark: '#586C73' },
  derm: { light: '#DEE6E7', dark: '#2D3B40' },
  fat: { light: '#F1E9C6', dark: '#454126' },
  /** Where fat begins, as a distribution: the fat colour is too pale for a mark. */
  border: { light: '#AD8F58', dark: '#7B6926' },
  fibre: { light: '#B9C8CB', dark: '#50646B' },
  needle: { light: '#33424A', dark: '#D5DFE2' },
} as const satisfies Readonly<Record<string, { readonly light: string; readonly dark: string }>>;

/** The name of a colour that figures are drawn in; every one has a light and a dark value. */
export type Token = keyof typeof tokens;

/** A colour a page can switch: its custom property where the page sets one, else the light value. */
export const colour = (token: Token): string => `var(--percuta-${token}, ${tokens[token].light})`;

/**
 * The fonts of text in figures, as CSS has them: the first that a host has is taken. No system-ui: on Linux that may be a
 * font of any width. The last but one is what a page may define in place of the widest of them.
 */
export const sans =
  'Inter, ui-sans-serif, -apple-system, "Segoe UI Variable", "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, "DejaVu Sans Fitted", sans-serif';
