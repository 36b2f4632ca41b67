import Table from 'cli-table3';

const plain = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Columns of text under their heads, without rules. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const sheet = new Table({
    head: [...head],
    chars: plain,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  sheet.push(...rows.map((row) => [...row]));
  return sheet
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
};
