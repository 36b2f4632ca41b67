import { useTranslation } from 'react-i18next';
import type { Path } from './document.ts';

const keyOf = (path: Path, isGroup: boolean): string =>
  ['field', ...path.filter((part) => typeof part === 'string'), ...(isGroup ? ['self'] : [])].join('.');

/** The word for a field of the case: every field of the schema has one in the catalogue (tested). */
export const useFieldLabel = (): ((path: Path, isGroup?: boolean) => string) => {
  const { i18n } = useTranslation();
  return (path, isGroup = false) => i18n.t(keyOf(path, isGroup), { ns: 'plan', defaultValue: '' });
};
