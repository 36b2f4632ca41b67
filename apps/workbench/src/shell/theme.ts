import { tokens } from '@percuta/figures';
import { Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Gentian violet from pale to dark; the token `accent` of the light scheme at 8, that of the dark at 3. */
const gentian: MantineColorsTuple = [
  '#F5F2FB',
  '#EAE5F4',
  '#D8CEEE',
  '#C3B0F5',
  '#A68FDB',
  '#8A70C4',
  '#7357AE',
  '#5E4298',
  '#4B2E83',
  '#35205E',
];

/** Mineral greys of the dark scheme, from text to page. */
const dark: MantineColorsTuple = [
  '#EAF0F0',
  '#C9D5D8',
  '#A3B3B8',
  '#7B8B90',
  '#50646B',
  '#36454A',
  '#202B2F',
  '#172023',
  '#121A1C',
  '#0F1618',
];

export const theme = createTheme({
  colors: { gentian, dark },
  primaryColor: 'gentian',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  fontFamily:
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI Variable", "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '600' },
  components: {
    Button: Button.extend({
      // White on the pale violet of the dark scheme could not be read.
      vars: (_, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--percuta-onaccent)' } : {},
      }),
    }),
  },
});

type Scheme = 'light' | 'dark';

const soft: Readonly<Record<Scheme, string>> = { light: '#EAE5F4', dark: '#332A4B' };

const tokenVariables = (scheme: Scheme): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(tokens).map(([name, token]) => [`--percuta-${name}`, token[scheme]])),
  '--percuta-accentsoft': soft[scheme],
});

/** Mantine's own colours, by meaning: its defaults miss the contrast that text needs. */
const mantineVariables = (scheme: Scheme): Record<string, string> => ({
  '--mantine-color-body': tokens.bg[scheme],
  '--mantine-color-text': tokens.ink[scheme],
  '--mantine-color-dimmed': tokens.muted[scheme],
  '--mantine-color-placeholder': tokens.muted[scheme],
  '--mantine-color-anchor': tokens.accent[scheme],
  '--mantine-color-error': tokens.limit[scheme],
  '--mantine-color-default': tokens.surface[scheme],
  '--mantine-color-default-color': tokens.ink[scheme],
  '--mantine-color-default-hover': tokens.sunk[scheme],
  '--mantine-color-default-border': tokens.muted[scheme],
  '--mantine-primary-color-filled': tokens.accent[scheme],
  '--mantine-primary-color-contrast': tokens.onaccent[scheme],
  '--mantine-color-gentian-filled': tokens.accent[scheme],
  '--mantine-color-gentian-light': soft[scheme],
  '--mantine-color-gentian-light-color': tokens.accent[scheme],
  '--mantine-color-gentian-outline': tokens.accent[scheme],
});

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokenVariables('light'), ...mantineVariables('light') },
  dark: { ...tokenVariables('dark'), ...mantineVariables('dark') },
});
