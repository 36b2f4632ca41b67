import type { DeviceSheet } from '@percuta/evidence';

/**
 * Skin that a tip covers when it stands, m2: as the sheet states it, the least of a range, else the disc of its needle
 * array. Undefined where the sheet gives neither, and for rollers, which roll.
 */
export const footprintOf = ({ tip_area, array_diameter }: DeviceSheet): number | undefined => {
  const area = tip_area?.value;
  if (typeof area === 'number') return area;
  if (area !== undefined) return area.min ?? area.max;
  return array_diameter === undefined ? undefined : (Math.PI * array_diameter.value ** 2) / 4;
};
