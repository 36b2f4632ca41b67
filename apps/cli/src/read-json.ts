import { readFileSync } from 'node:fs';
import { BadInput } from '@percuta/engine/heat';

const unreadable = (file: string, problem: string, remedy: string): BadInput =>
  new BadInput([{ path: file, given: file, problem, remedy }]);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** A JSON file as it stands; throws BadInput that names the file. */
export const readJson = (file: string): unknown => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const problem = isMissing(error) ? 'does not exist' : 'cannot be read';
    throw unreadable(file, problem, 'check the path');
  }
  try {
    // Editors of some systems begin a file with a mark of its byte order.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw unreadable(
      file,
      `is not JSON: ${error instanceof Error ? error.message : ''}`,
      'mend the file at that place',
    );
  }
};

const simulated = ['percuta protocol', 'percuta heat problem'];

/** Whether a file holds a heat problem rather than a protocol; throws BadInput where it says that it is neither. */
export const isHeatProblem = (file: string): boolean => {
  const document = readJson(file);
  if (typeof document !== 'object' || document === null || !('kind' in document)) return false;
  const { kind } = document;
  if (typeof kind === 'string' && !simulated.includes(kind)) {
    const allowed = simulated.map((one) => `"${one}"`).join(', ');
    const problem = 'is another kind of document';
    throw new BadInput([
      { path: 'kind', given: `"${kind}"`, problem, allowed, remedy: 'give a protocol or a heat problem' },
    ]);
  }
  return kind === 'percuta heat problem';
};
