import { toSI } from '@percuta/quantity';
import { shareBeyond } from '../../puncture/puncture.ts';
import type { Limit, Subject } from '../limit.ts';
import { limitBounds } from '../parameters.ts';
import { assessChance } from '../share.ts';

const { value, unit, sources, read, reason } = limitBounds.tipLeavesDermis;

/** Share of tips that pass the lower border of the dermis, at a border that varies over the area (safety.2). */
export const sharesBeyondDermis = (subject: Subject): Float64Array =>
  new Float64Array(
    subject.tracks.map((track) => shareBeyond(track.ceiling, track.dermalBorder, track.withinLogSd)),
  );

export const tipLeavesDermis: Limit = {
  id: 'tip-leaves-dermis',
  title: 'tips that pass through the dermis',
  level: 'stroke',
  unit: '%',
  direction: 'at most',
  isOverridable: true,
  bound: () => ({ value: toSI(value, unit), sources, read, ...(reason === undefined ? {} : { reason }) }),
  assess: (subject) => assessChance(sharesBeyondDermis(subject)),
  remedy: 'a shallower setting, or a measured skin thickness that shows more room',
};
