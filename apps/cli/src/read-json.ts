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
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(
      file,
      `is not JSON: ${error instanceof Error ? error.message : ''}`,
      'mend the file at that place',
    );
  }
};

/** Whether a file holds a heat problem rather than a protocol. */
export const isHeatProblem = (file: string): boolean => {
  const document = readJson(file);
  return (
    typeof document === 'object' &&
    document !== null &&
    Reflect.get(document, 'kind') === 'percuta heat problem'
  );
};
