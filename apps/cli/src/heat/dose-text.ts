import { shown, type DoseMap } from '@percuta/engine';
import { formatInterval } from '@percuta/quantity';
import { table } from '../table.ts';

type Row = DoseMap['rows'][number];
type Band = Row['width'];

const over = (band: Band | undefined, unit: string, digits: number): string =>
  band === undefined ? 'none' : formatInterval(band.median, band.low, band.high, unit, digits);

const per = (share: number): string => `${Math.round(100 * share)} %`;

/** What the peak does, in one word. */
const peakOf = ({ chances }: Row): string => {
  if (chances.boils >= 0.5) return 'boils';
  if (chances.coagulates >= 0.5) return 'coagulates';
  return 'below coagulation';
};

const distance = (deeper: number | undefined, shallower: number | undefined): string =>
  deeper === undefined || shallower === undefined ? 'none' : shown(deeper - shallower, 'mm', 2);

const rowOf = (row: Row, map: DoseMap): string[] => [
  shown(row.energy, 'mJ'),
  peakOf(row),
  per(row.chances.coagulates),
  over(row.width, 'mm', 2),
  row.from === undefined || row.to === undefined
    ? 'none'
    : `${shown(row.from.median, 'mm', 2)} to ${shown(row.to.median, 'mm', 3)}`,
  over(row.volume, 'mm3', 3),
  over(row.deadWidth, 'mm', 2),
  distance(map.toFat, row.to?.median),
  distance(row.from?.median, map.epidermis),
  per(row.chances.killsEpidermis),
  per(row.chances.boils),
];

const about = (isLoaded: boolean): string =>
  isLoaded
    ? 'The sheet states its energy scale; these are energies of a what-if, not settings of its dial, and no recommendation.'
    : 'Nobody has documented what energy this device delivers at any setting. This is no setting and no recommendation.';

/** A dose map on a terminal; `isLoaded` where the sheet states its energy scale. */
export const doseText = (map: DoseMap, files: readonly string[], isLoaded: boolean): string =>
  [
    `WHAT IF: energy into one needle of ${map.device}${map.isHypothetical ? ' (hypothetical)' : ''}`,
    about(isLoaded),
    `Tips at ${shown(map.depth, 'mm')}, skin of the ${map.site} as the atlas has it (fat from ${shown(map.toFat, 'mm', 3)}). Assumed: ${map.assumed.join('; ')}.`,
    table(
      [
        'energy',
        'peak',
        'coagulates',
        'column width',
        'column depth',
        'column volume',
        'cells die, width',
        'to fat',
        'to epidermis',
        'epidermis dies',
        'boils',
      ],
      map.rows.map((row) => rowOf(row, map)),
    ),
    `Median (5 to 95 % of ${map.draws} draws of constants and thresholds over ${map.runs} runs of the whole model). Read off to 0.3 mm beside and above the bare metal and 0.6 mm below the tip, no further.`,
    files.length === 0 ? '' : `Written: ${files.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
