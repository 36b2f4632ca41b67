import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from './fields.ts';
import { settingParts, unitOf, type SettingPart } from './setting-name.ts';

const between = ' \u00b7 ';

/** Names in words: of a part of a path, and of a setting with its unit. What a document names itself keeps its name. */
export const useSettingName = () => {
  const { t, i18n } = useTranslation('lab');
  const partName = useCallback(
    ({ key, numbers }: SettingPart): string => {
      const name = i18n.t(`field.${key}`, { ns: 'lab', defaultValue: key.replaceAll(/[-_]/g, ' ') });
      return numbers.reduce<string>((whole, number) => t('settings.numbered', { name: whole, number }), name);
    },
    [i18n, t],
  );
  const settingName = useCallback(
    (path: string): string => settingParts(path).map(partName).join(between),
    [partName],
  );
  const withUnit = useCallback(
    ({ path, text }: Field): string => {
      const [name, unit] = [settingName(path), unitOf(text)];
      return unit === undefined ? name : t('settings.withUnit', { name, unit });
    },
    [settingName, t],
  );
  return { partName, settingName, withUnit };
};
