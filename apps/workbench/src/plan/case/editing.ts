import type { Problem } from '@percuta/engine';
import { createContext, useContext } from 'react';
import { pathText, valueAt, withValue, type Json, type Path } from './document.ts';

interface Editing {
  readonly document: Json;
  readonly problems: readonly Problem[];
  readonly edit: (next: Json) => void;
}

export const EditingContext = createContext<Editing>({
  document: undefined,
  problems: [],
  edit: () => undefined,
});

const faultText = ({ problem, allowed, remedy }: Problem): string =>
  [problem, allowed === undefined ? '' : allowed, remedy].filter((part) => part !== '').join('; ');

/** One field of the case that is edited: its value, what is wrong with it, and how to set it. */
export const useField = (path: Path) => {
  const { document, problems, edit } = useContext(EditingContext);
  const place = pathText(path);
  const own = problems.filter((problem) => problem.path === place);
  return {
    value: valueAt(document, path),
    fault: own.length === 0 ? undefined : own.map(faultText).join(' '),
    set: (value: unknown) => edit(withValue(document, path, value)),
  };
};
