import { calibratedRows, coverageOf, shown, type HealCheck, type HealValidation } from '@percuta/engine';
import { table } from '../table.ts';

const valueText = (value: number, { kind }: Pick<HealCheck, 'kind'>): string => {
  if (!Number.isFinite(value)) return value > 0 ? 'longer than followed' : 'any';
  return kind === 'duration' ? shown(value, 'h', 2) : `${value > 0 ? '+' : ''}${shown(value, '%', 2)}`;
};

const boundText = (check: HealCheck, low: number, high: number): string => {
  if (low === -Infinity) return `below ${valueText(high, check)}`;
  if (high === Infinity) return `above ${valueText(low, check)}`;
  return `${valueText(low, check)} to ${valueText(high, check)}`;
};

const measuredText = (check: HealCheck): string => {
  const { measured } = check;
  return measured.kind === 'number'
    ? valueText(measured.value, check)
    : boundText(check, measured.low, measured.high);
};

const verdictOf = ({ inside, agreeing }: HealCheck): string => {
  if (inside === undefined) return `${shown(agreeing ?? 0, '%', 2)} of draws agree`;
  const held = ([50, 80, 95] as const).find((share) => inside[share]);
  return held === undefined ? 'outside 95 %' : `inside ${held} %`;
};

const rowOf = (check: HealCheck): string[] => [
  check.id,
  check.group.slice(0, 44),
  check.observable,
  `${valueText(check.median, check)} (${valueText(check.low, check)} to ${valueText(check.high, check)})`,
  measuredText(check),
  verdictOf(check),
];

const heads = ['record', 'group', 'read as', 'predicted median (5 to 95 %)', 'measured', ''];

const coverageText = (checks: readonly HealCheck[]): string =>
  ([50, 80, 95] as const)
    .map((share) => {
      const { inside, of } = coverageOf(checks, share);
      return `${share} %: ${inside} of ${of}`;
    })
    .join(', ');

const partText = ({ checks }: HealValidation, split: HealCheck['split'], title: string): string => {
  const own = checks.filter((check) => check.split === split);
  return own.length === 0
    ? `${title}: none`
    : `${title}\n${table(heads, own.map(rowOf))}\nNumbers inside bands of ${coverageText(own)}`;
};

/** Records of healing on a terminal, those that were fitted apart from those that were not. */
export const healRowsText = (validation: HealValidation): string =>
  [
    partText(
      validation,
      'calibration',
      `Calibration: some reading of these was a condition on the draws (${calibratedRows.join(', ')})`,
    ),
    partText(validation, 'validation', 'Validation: none of these was used'),
    ...(validation.notScored.length === 0
      ? []
      : [
          `Cannot be simulated:\n${validation.notScored.map(({ id, group, lacks }) => `  ${id} ${group}: ${lacks}`).join('\n')}`,
        ]),
  ].join('\n\n');
