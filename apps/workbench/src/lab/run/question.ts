import { setValue } from '@percuta/engine';
import type { LabQuestion } from '../../compute/lab/lab-messages.ts';
import type { LabLink } from './link.ts';

/** A document with the changes of a link put in; the schema judges them when it is run. */
export const changed = (document: unknown, set: LabLink['set'] = {}): unknown =>
  Object.entries(set).reduce((whole, [path, text]) => setValue(whole, `${path}=${text}`), document);

export const isProblem = (document: unknown): boolean =>
  typeof document === 'object' &&
  document !== null &&
  Reflect.get(document, 'kind') === 'percuta heat problem';

export const questionOf = (document: unknown, { set, fix = {}, ensemble = 0 }: LabLink): LabQuestion => ({
  kind: 'lab',
  document: changed(document, set),
  overrides: fix,
  // A heat problem has no distributions to draw from.
  ensemble: isProblem(document) ? 0 : ensemble,
});

export const keyOf = (question: LabQuestion): string => JSON.stringify(question);
