import { formatQuantity } from '@percuta/quantity';
import { BadInput } from '@percuta/engine';
import { isSiteId, site, siteIds, sites, type Site } from '@percuta/evidence';
import { closest } from 'fastest-levenshtein';
import { exitCode } from '../exit-code.ts';
import { jsonText, print } from '../output.ts';
import { table } from '../table.ts';

const mm = (value: number): string => formatQuantity(value, 'mm', { digits: 2 });
const um = (value: number): string => formatQuantity(value, 'um', { digits: 0 });

const listText = (): string =>
  table(
    ['site', 'name', 'region', 'epidermis', 'dermis (low to high)', 'fat (range)'],
    sites().map(({ id, name, region, planning: { epidermis, dermis, fat } }) => [
      id,
      name,
      region,
      um(epidermis),
      `${mm(dermis.value)} (${mm(dermis.low)} to ${mm(dermis.high)})`,
      `${mm(fat.value)} (${mm(fat.min)} to ${mm(fat.max)})`,
    ]),
  );

const hazardText = ({ structure, depth, where }: Site['hazards'][number]): string => {
  const parts =
    depth === 'unknown'
      ? []
      : Object.entries(depth).flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${mm(value)}`]));
  return `  ${structure}: ${parts.length === 0 ? 'depth unknown' : parts.join(', ')}${where ? `; ${where}` : ''}`;
};

const siteText = (one: Site): string => {
  const { planning } = one;
  const measured = one.measured.map(({ quantity, method, subgroup, mean, sd, min, max, unit, source, read }) => [
    quantity,
    [mean, sd === undefined ? undefined : `±${sd}`].filter((part) => part !== undefined).join(' ') ||
      `${min ?? ''} to ${max ?? ''}`,
    unit,
    [method, subgroup].filter((part) => part !== undefined).join(', '),
    `${source.key} (${read})`,
  ]);
  return [
    `${one.name} (${one.id}), ${one.region}${one.inside_orbital_rim ? ', inside the orbital rim: nothing is planned here' : ''}`,
    '',
    `Planning default [${planning.read}: ${planning.basis}]`,
    `  stratum corneum ${um(planning.stratum_corneum)}, epidermis ${um(planning.epidermis)}`,
    `  dermis ${mm(planning.dermis.value)} (${mm(planning.dermis.low)} to ${mm(planning.dermis.high)}), ` +
      `fat ${mm(planning.fat.value)} (${mm(planning.fat.min)} to ${mm(planning.fat.max)})`,
    '',
    'Structures at risk',
    ...(one.hazards.length === 0 ? ['  none recorded'] : one.hazards.map(hazardText)),
    '',
    measured.length === 0 ? 'No measurement is recorded.' : table(['measured', 'value', 'SI unit', 'how', 'source'], measured),
  ].join('\n');
};

/** Lists the sites of the atlas, or all that is known of one. */
export const listSites = (id: string | undefined, { json }: { readonly json?: boolean }): number => {
  if (id !== undefined && !isSiteId(id)) {
    const remedy = `did you mean "${closest(id, [...siteIds])}"?`;
    throw new BadInput([{ path: 'site', given: id, problem: 'is not a site of the atlas', remedy }]);
  }
  if (json === true) print(jsonText(id === undefined ? sites() : site(id)));
  else print(id === undefined ? listText() : siteText(site(id)));
  return exitCode.planned;
};
