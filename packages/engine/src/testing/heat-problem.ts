/** Parts of a heat problem document by name. */
export type Parts = Readonly<Record<string, unknown>>;

const metal = { thermal_conductivity: '16 W/m/K', volumic_heat: '4 MJ/m3/K' };

/** A needle of a document, 1.5 mm long, at x; what is given differs. */
export const needle = (x: string, group: string | undefined, differs: Parts = {}): Parts => ({
  shape: 'needle',
  ...(group === undefined ? {} : { group }),
  x,
  to: '1.5 mm',
  radius: '0.15 mm',
  metal,
  ...differs,
});

/** A complete document: two needles in one material, 25 V for 100 ms. Parts given stand in place of its own. */
export const pairDocument = (differs: Parts = {}): Parts => ({
  kind: 'percuta heat problem',
  version: 1,
  title: 'two needles',
  domain: { kind: 'block', width: '6 mm', breadth: '4 mm', depth: '4 mm', sides: {} },
  materials: {
    tissue: {
      conductivity: '0.3 S/m',
      thermal_conductivity: '0.372 W/m/K',
      density: '1109 kg/m3',
      specific_heat: '3390.5 J/kg/K',
    },
  },
  layers: [{ material: 'tissue' }],
  electrodes: [needle('-0.75 mm', 'plus'), needle('0.75 mm', 'minus')],
  generator: {
    frequency: '1 MHz',
    channels: [{ from: 'plus', to: 'minus', control: { voltage: '25 V' }, pulses: [{ on: '100 ms' }] }],
  },
  ...differs,
});
