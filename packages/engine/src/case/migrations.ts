import { BadInput } from '../error.ts';

/** One named step from a version to the next, on the document as it stands in the file. */
export interface Migration {
  readonly from: number;
  readonly name: string;
  readonly migrate: (document: Record<string, unknown>) => Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refuse = (path: string, given: unknown, problem: string, allowed: string, remedy: string): never => {
  throw new BadInput([{ path, given: JSON.stringify(given) ?? 'nothing', problem, allowed, remedy }]);
};

/**
 * Brings a stored document to the current version by the steps between, in order.
 * Throws BadInput when it is no object of this kind, or was written by a later version.
 */
export const migrate = (
  input: unknown,
  kind: string,
  current: number,
  migrations: readonly Migration[],
): Record<string, unknown> => {
  if (!isRecord(input)) return refuse('', input, 'is not a JSON object', `a ${kind}`, 'give a JSON object');
  if (input['kind'] !== kind) {
    return refuse('kind', input['kind'], 'is another kind of document', `"${kind}"`, `give a ${kind}`);
  }
  const { version } = input;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > current) {
    return refuse(
      'version',
      version,
      'is not a version this Percuta reads',
      `1 to ${current}`,
      'a higher version needs a newer Percuta',
    );
  }
  return migrations
    .filter((step) => step.from >= version)
    .sort((a, b) => a.from - b.from)
    .reduce((document, step) => ({ ...step.migrate(document), version: step.from + 1 }), input);
};
