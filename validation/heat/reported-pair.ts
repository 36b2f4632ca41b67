import { readHeatProblem, solveHeat, type Heating } from '@percuta/engine';
import { drive, layers, materials, needle } from './reference-problem.ts';

/** What the pair is varied by. */
export interface PairVariation {
  readonly finest: string;
  readonly growth: number;
  /** Steps in the pulse; those after it and their growth follow. */
  readonly step?: string;
  /** mm added to each half of the width and breadth and to the depth. */
  readonly wider?: number;
  /** One layer of dermis in place of epidermis, dermis and fat. */
  readonly isHomogeneous?: boolean;
  readonly volts?: number;
}

const open = { thermal: 'open', electrical: 'open' };
// Permittivities only make the impedance complex; they are round figures.
const skin = {
  epidermis: { ...materials.epidermis, permittivity: 1000 },
  dermis: { ...materials.dermis, permittivity: 2000, phase_change: { fraction: '65 %' } },
  fat: { ...materials.fat, permittivity: 50 },
};

// mm
const junction = 0.1;
const fat = 2;

const pulseEnd = '50 ms';

const solve = ({
  finest,
  growth,
  step,
  wider = 0,
  isHomogeneous = false,
  volts = 80,
}: PairVariation): Heating =>
  solveHeat(
    readHeatProblem({
      kind: 'percuta heat problem',
      version: 1,
      title: 'Two needles in layered skin that goes on without end',
      domain: {
        kind: 'block',
        width: `${5 + 2 * wider} mm`,
        breadth: `${4 + 2 * wider} mm`,
        depth: `${4 + wider} mm`,
        grid: { finest, growth },
        sides: {
          top: { thermal: { convective: '10 W/m2/K', to: '23 °C' } },
          bottom: open,
          left: open,
          right: open,
          front: open,
          back: open,
        },
      },
      materials: isHomogeneous ? { dermis: skin.dermis } : skin,
      layers: isHomogeneous ? [{ material: 'dermis' }] : layers,
      electrodes: [
        { ...needle, name: 'left', group: 'plus', x: '-0.5 mm' },
        { ...needle, name: 'right', group: 'minus', x: '0.5 mm' },
      ],
      generator: drive('plus', 'minus', volts),
      initial: '37 °C',
      end: { at: '150 ms' },
      ...(step === undefined ? {} : { step }),
      outputs: {
        resistances: [
          { between: ['plus', 'minus'] },
          { name: 'impedance at 1 MHz', between: ['plus', 'minus'], frequency: '1 MHz' },
        ],
        probes: [
          { name: 'between the tips', at: { z: '1.25 mm' }, times: [pulseEnd] },
          { name: '0.1 mm beside a needle', at: { x: '-0.725 mm', z: '1.25 mm' }, times: [pulseEnd] },
          { name: 'epidermis to dermis, beside', at: { x: '-0.6875 mm', z: `${junction} mm` } },
          { name: 'dermis to fat, below', at: { x: '-0.5 mm', z: `${fat} mm` } },
        ],
        contours: [
          { name: '60 °C', temperature: '60 °C', times: [pulseEnd] },
          { name: 'collagen', damage: { kinetics: 'agah-artery-coagulation' } },
          { name: 'cells', damage: { kinetics: 'cho-cell-death' } },
        ],
      },
    }),
  );

const greatest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);

/** Every quantity that a run reports, by name: ohm, A, J, K above 37 °C, %, mm³, mm. */
export const reportedOfPair = (variation: PairVariation): Readonly<Record<string, number>> => {
  const { resistances, channels, terminals, probes, peaks, vapour, contours } = solve(variation);
  const [channel] = channels;
  const size =
    resistances[1] === undefined ? NaN : Math.sqrt(resistances[1].real ** 2 + resistances[1].imaginary ** 2);
  const on = (channel?.current ?? []).filter((current) => current > 0).length;
  const zones = contours.flatMap(({ name, volume, zones: [zone] }): [string, number][] => [
    [`${name}: volume, mm³`, volume * 1e9],
    [`${name}: width, mm`, zone === undefined ? 0 : (zone.x.to - zone.x.from) * 1e3],
    [`${name}: top, mm below the epidermis`, zone === undefined ? NaN : zone.z.from * 1e3 - junction],
    [`${name}: bottom, mm above the fat`, zone === undefined ? NaN : fat - zone.z.to * 1e3],
  ]);
  return Object.fromEntries(
    [
      ['resistance, ohm', resistances[0]?.real ?? NaN] as const,
      ['impedance at 1 MHz, ohm', size] as const,
      ['resistance at the end of the pulse, ohm', channel?.resistance[on - 1] ?? NaN] as const,
      ['current of a needle, A', Math.abs(terminals[0]?.current[on - 1] ?? NaN)] as const,
      ['energy, J', channel?.energy.at(-1) ?? NaN] as const,
      ['peak rise, K', greatest(peaks) - 310.15] as const,
      ['highest share of vapour, %', 100 * greatest(vapour)] as const,
      ...probes.map(({ name, values }) => [`rise ${name}, K`, greatest(values) - 310.15] as const),
      ...zones,
    ].map(([name, value]) => [name, Number(value.toPrecision(5))]),
  );
};
