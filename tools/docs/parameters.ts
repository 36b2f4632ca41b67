import { allStages, limitBounds, parameterNames } from '@percuta/engine';
import { isUnverified, type Parameter } from '@percuta/evidence';
import { page, readText, sourcesText, table } from './markdown.ts';

/** The same number on every host, without the noise of binary fractions. */
const digits = (value: number): string => String(Number(value.toPrecision(12)));

export const valueText = (value: number, unit: string): string =>
  unit === '1' ? digits(value) : `${digits(value)} ${unit}`;

const spreadText = ({ spread }: Parameter): string => {
  switch (spread.kind) {
    case 'fixed':
      return 'fixed';
    case 'normal':
      return `normal, sd ${digits(spread.sd)}`;
    case 'lognormal':
      return `lognormal, 5 % ${digits(spread.low)}, 95 % ${digits(spread.high)}`;
    case 'triangular':
    case 'uniform':
      return `${spread.kind}, ${digits(spread.low)} to ${digits(spread.high)}`;
  }
};

const remarks = ({ reason, where, note }: Parameter): string =>
  [reason, where === undefined ? undefined : `where: ${where}`, note]
    .filter((text) => text !== undefined)
    .join('; ');

const heads = ['name', 'symbol', 'meaning', 'value', 'spread', 'basis', 'read', 'sources', 'remarks'];

const rowOf = ([name, parameter]: readonly [string, Parameter]): string[] => [
  `\`${name}\``,
  `\`${parameter.symbol}\``,
  parameter.meaning,
  valueText(parameter.value, parameter.unit),
  spreadText(parameter),
  parameter.basis,
  readText(parameter.read),
  sourcesText(parameter.sources),
  remarks(parameter),
];

export const parametersPage = (): string => {
  const named = allStages.map((stage) => ({ stage, rows: parameterNames(stage) }));
  const all = named.flatMap(({ rows }) => rows);
  const unverified = all.filter(([, { read }]) => isUnverified(read)).length;
  return page(
    'Parameters',
    `${all.length} parameters feed the stages; ${unverified} of them rest on nothing anybody has verified, and are set in bold under "read". ` +
      'The name is the one that `--parameter` takes. A spread is in the unit of the value: the ends of a triangle are hard, ' +
      'those of a lognormal are its 5 % and 95 % points, and its value is the median.',
    ...named.flatMap(({ stage, rows }) => [
      `## ${stage.name}`,
      `Version ${stage.version} of the stage.`,
      table(heads, rows.map(rowOf)),
    ]),
    '## Bounds of the envelope',
    'Policies of the planner, used by the [limits](limits.md). They are not drawn.',
    table(heads, Object.entries(limitBounds).map(rowOf)),
  );
};
