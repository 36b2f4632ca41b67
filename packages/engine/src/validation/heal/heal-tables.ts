import { calibratedRows } from '../../heal/calibration/accepted-draws.ts';
import { shown } from '../../wire.ts';
import { conditionBands } from './condition-bands.ts';
import { coverageOf, type HealCheck, type HealValidation } from './validate-healing.ts';

/** Rows of text under heads. */
export interface TextTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string;
}

/** A validation as it is printed: what was fitted apart from what was not. */
export interface HealTables {
  readonly conditions: TextTable;
  readonly calibration: TextTable;
  readonly validation: TextTable;
  readonly lacking: TextTable;
}

const shares = [0.05, 0.5, 0.95];
const levels = [50, 80, 95] as const;

const valueText = (value: number, { kind }: Pick<HealCheck, 'kind'>): string => {
  if (!Number.isFinite(value)) return value > 0 ? 'longer than followed' : 'any';
  if (kind === 'sign') return value > 0 ? 'more' : value < 0 ? 'less' : 'the same';
  return kind === 'duration' ? shown(value, 'h', 2) : `${value > 0 ? '+' : ''}${shown(value, '%', 2)}`;
};

const boundText = (check: HealCheck, low: number, high: number): string => {
  if (check.kind === 'sign') return low > 0 ? 'more' : high < 0 ? 'less' : 'the same';
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
  const held = levels.find((share) => inside[share]);
  return held === undefined ? 'outside 95 %' : `inside ${held} %`;
};

const rowOf = (check: HealCheck): string[] => [
  check.id,
  check.group,
  check.observable,
  `${valueText(check.median, check)} (${valueText(check.low, check)} to ${valueText(check.high, check)})`,
  measuredText(check),
  verdictOf(check),
];

const heads = ['record', 'group', 'read as', 'predicted median (5 to 95 %)', 'measured', 'verdict'];

const coverageText = (checks: readonly HealCheck[]): string =>
  levels
    .map((share) => {
      const { inside, of } = coverageOf(checks, share);
      return `the ${share} % band holds ${inside} of ${of}`;
    })
    .join(', ');

const agreementText = (checks: readonly HealCheck[]): string => {
  const words = checks.flatMap(({ agreeing }) => (agreeing === undefined ? [] : [agreeing]));
  const most = words.filter((share) => share >= 0.5).length;
  return `Of ${words.length} bounds, ranges and directions ${most} agree with half of the draws or more.`;
};

const partOf = ({ checks }: HealValidation, split: HealCheck['split'], title: string): TextTable => {
  const own = checks.filter((check) => check.split === split);
  return {
    title,
    heads,
    rows: own.map(rowOf),
    note: `Numbers: ${coverageText(own)}. ${agreementText(own)}`,
  };
};

const digits = (value: number): string => (value === Infinity ? 'any' : String(Number(value.toPrecision(3))));

const conditionsOf = ({ records }: HealValidation): TextTable => ({
  title: 'Conditions that every draw meets, with what the draws read there',
  heads: ['condition', 'records', 'predicted median (5 to 95 %)', 'measured', 'window', 'unit'],
  rows: conditionBands(shares)
    .filter(({ rows }) => rows.some((row) => records.includes(row)))
    .map(({ id, rows, read, measured, low, high, unit }) => {
      const [from, median, to] = read.map(digits);
      return [
        id,
        rows.join(', '),
        `${median} (${from} to ${to})`,
        measured,
        `${digits(low)} to ${digits(high)}`,
        unit,
      ];
    }),
  note: 'Inside by construction: this is what was fitted.',
});

/** A validation as text: conditions, fitted records, records that were not fitted, and what cannot be simulated. */
export const healTables = (validation: HealValidation): HealTables => ({
  conditions: conditionsOf(validation),
  calibration: partOf(
    validation,
    'calibration',
    `Calibration: some reading of these records was a condition on the draws (${calibratedRows.join(', ')})`,
  ),
  validation: partOf(validation, 'validation', 'Validation: nothing of these records was fitted'),
  lacking: {
    title: 'Cannot be simulated, or read from what is simulated',
    heads: ['record', 'group', 'what it lacks'],
    rows: validation.notScored.map(({ id, group, lacks }) => [id, group, lacks]),
    note: `${validation.notScored.length} of ${validation.notScored.length + validation.checks.length} points.`,
  },
});
