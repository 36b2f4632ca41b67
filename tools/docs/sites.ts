import { sites, type Hazard, type Measurement, type Site } from '@percuta/evidence';
import { formatQuantity } from '@percuta/quantity';
import { page, readText, sourcesText, table } from './markdown.ts';

const mm = (value: number): string => formatQuantity(Number(value.toPrecision(12)), 'mm');

const planningRow = ({ id, name, region, planning }: Site): string[] => [
  `[${id}](#${id})`,
  name,
  region,
  mm(planning.stratum_corneum),
  mm(planning.epidermis),
  `${mm(planning.dermis.value)} (${mm(planning.dermis.low)} to ${mm(planning.dermis.high)})`,
  `${mm(planning.fat.value)} (${mm(planning.fat.min)} to ${mm(planning.fat.max)})`,
  readText(planning.read),
  planning.basis,
];

const depthText = ({ depth, depth_note: note }: Hazard): string => {
  const parts =
    depth === 'unknown'
      ? ['unknown']
      : Object.entries(depth).flatMap(([name, value]) =>
          value === undefined ? [] : [`${name} ${mm(value)}`],
        );
  return [...(parts.length === 0 ? ['unknown'] : parts), ...(note === undefined ? [] : [note])].join(', ');
};

const hazardRow = (hazard: Hazard): string[] => [
  hazard.structure,
  depthText(hazard),
  hazard.where ?? '',
  hazard.depth_read === undefined ? '' : readText(hazard.depth_read),
  sourcesText(hazard.sources),
];

/** Units in which a reader expects a quantity of the atlas; others stay as they are kept. */
const shownUnits: Readonly<Record<string, string>> = { m: 'mm', m3: 'mL', Pa: 'kPa', '1/m2': '1/cm2' };

const digits = (value: number): number => Number(value.toPrecision(12));

const amount = (value: number | undefined, unit: string): string => {
  if (value === undefined) return '';
  const shown = shownUnits[unit];
  if (shown !== undefined) return formatQuantity(digits(value), shown);
  return unit === '1' ? String(digits(value)) : `${digits(value)} ${unit}`;
};

const numbersText = (it: Measurement): string =>
  (['mean', 'sd', 'se', 'min', 'max'] as const)
    .filter((name) => it[name] !== undefined)
    .map((name) => `${name} ${amount(it[name], it.unit)}`)
    .join(', ');

const measurementRow = (it: Measurement): string[] => [
  it.quantity,
  it.method,
  it.subgroup ?? '',
  numbersText(it),
  readText(it.read),
  sourcesText([it.source]),
  it.note ?? '',
];

const section = (site: Site): string[] => [
  `## ${site.id}`,
  `${site.name}.${site.inside_orbital_rim ? ' **Inside the orbital rim: never planned.**' : ''}`,
  'Structures at risk',
  table(['structure', 'depth', 'where', 'read', 'sources'], site.hazards.map(hazardRow)),
  'Published measurements',
  table(
    ['quantity', 'method', 'subgroup', 'numbers', 'read', 'source', 'note'],
    site.measured.map(measurementRow),
  ),
];

export const sitesPage = (): string =>
  page(
    'Sites of the skin atlas',
    'What the planner starts from at each site, and below it what was published there. The planning defaults are estimates ' +
      'throughout: the low end of the dermis is the one that the hard ceiling `site-cap` uses. The epidermis includes the ' +
      'stratum corneum.',
    table(
      ['id', 'name', 'region', 'stratum corneum', 'epidermis', 'dermis', 'fat', 'read', 'basis'],
      sites().map(planningRow),
    ),
    ...sites().flatMap(section),
  );
