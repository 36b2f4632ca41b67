import { healTables, type HealValidation, type TextTable } from '@percuta/engine';
import { table } from '../table.ts';

const widest = 44;
const short = (text: string): string => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);

const tableText = ({ title, heads, rows, note }: TextTable): string =>
  rows.length === 0
    ? `${title}: none`
    : [
        title,
        table(
          heads,
          rows.map((row) => row.map(short)),
        ),
        note,
      ].join('\n');

/** Records of healing on a terminal, those that were fitted apart from those that were not. */
export const healRowsText = (validation: HealValidation): string => {
  const { conditions, calibration, validation: heldOut, lacking } = healTables(validation);
  return [conditions, calibration, heldOut, lacking].map(tableText).join('\n\n');
};
