/** A named part of a path, with the places in lists that follow it, counted from one. */
export interface SettingPart {
  readonly key: string;
  readonly numbers: readonly number[];
}

const partOf = (text: string): SettingPart => ({
  key: text.split('[')[0] ?? '',
  numbers: [...text.matchAll(/\[(\d+)\]/g)].map(([, digits]) => Number(digits) + 1),
});

/** The parts of a path that name a setting: its group is said above it, unless it is counted or all there is. */
export const settingParts = (path: string): readonly SettingPart[] => {
  const parts = path.split('.').map(partOf);
  const [head] = parts;
  return parts.length > 1 && head?.numbers.length === 0 ? parts.slice(1) : parts;
};

/** The unit that a value is written with; undefined for bare numbers and words. */
export const unitOf = (text: string): string | undefined =>
  /^[-+]?\d[\d.]*(?:e[-+]?\d+)? (\S+)$/.exec(text)?.[1];
