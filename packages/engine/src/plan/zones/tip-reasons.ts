import { formatQuantity } from '@percuta/quantity';
import { treatedArea } from '../../case/exclusions.ts';
import { footprintOf } from '../../puncture/footprint.ts';
import type { Reason } from '../plan.ts';
import type { Setting } from '../situation.ts';

const areaText = (area: number): string => formatQuantity(area, 'cm2', { significant: 3 });

/** Why a tip does not fit on what the exclusions of the case leave of the area; empty where it does. */
export const tipReasons = ({ sheet, given: { site } }: Pick<Setting, 'sheet' | 'given'>): Reason[] => {
  const footprint = footprintOf(sheet);
  const { value } = treatedArea(site);
  if (site.exclusions === undefined || footprint === undefined || value >= footprint) return [];
  return [
    {
      about: `device: ${sheet.name}`,
      because: `exclusions of ${site.id} leave ${areaText(value)} of ${areaText(site.area)}, and its tip covers at least ${areaText(footprint)}`,
      wouldChange: 'leave out less, or take a device with a smaller tip',
      sources: [],
    },
  ];
};
