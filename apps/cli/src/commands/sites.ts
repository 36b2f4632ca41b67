import { formatQuantity } from '@percuta/quantity';
import { catalogueSite, shown } from '@percuta/engine';
import { siteDocument, siteIds, sites, type Site } from '@percuta/evidence';
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
      : Object.entries(depth).flatMap(([name, value]) =>
          value === undefined ? [] : [`${name} ${mm(value)}`],
        );
  return `  ${structure}: ${parts.length === 0 ? 'depth unknown' : parts.join(', ')}${where ? `; ${where}` : ''}`;
};

/** Units in which people read what the atlas holds in SI. */
const readable: Readonly<Record<string, string>> = { m: 'mm', m3: 'cm3', Pa: 'kPa', '1/m2': '1/cm2' };

const numbersText = ({ mean, sd, se, min, max, unit }: Site['measured'][number]): string => {
  const target = readable[unit];
  const show = (value: number): string =>
    target === undefined ? `${value} ${unit}` : shown(value, target, 4);
  return [
    ...(mean === undefined ? [] : [show(mean)]),
    ...(sd === undefined ? [] : [`± ${show(sd)} sd`]),
    ...(se === undefined ? [] : [`± ${show(se)} se`]),
    ...(min === undefined || max === undefined ? [] : [`${show(min)} to ${show(max)}`]),
  ].join(' ');
};

const siteText = (one: Site): string => {
  const { planning } = one;
  const measured = one.measured.map((record) => [
    record.quantity,
    numbersText(record),
    [record.method, record.subgroup].filter((part) => part !== undefined).join(', '),
    `${record.source.key} (${record.read})`,
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
    measured.length === 0
      ? 'No measurement is recorded.'
      : table(['measured', 'value', 'how', 'source'], measured),
  ].join('\n');
};

/** Lists the sites of the atlas, or all that is known of one. */
export const listSites = (id: string | undefined, { json }: { readonly json?: boolean }): number => {
  if (id === undefined) {
    print(json === true ? jsonText(siteIds.map(siteDocument)) : listText());
  } else {
    const one = catalogueSite(id, 'site');
    print(json === true ? jsonText(siteDocument(one.id)) : siteText(one));
  }
  return exitCode.planned;
};
