import { readFileSync } from 'node:fs';
import {
  engineVersion,
  hashOf,
  readVerificationFile,
  verifyHeatProblem,
  type HeatVerdict,
  type VerificationFile,
} from '@percuta/engine';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

export const verificationFile: VerificationFile = readVerificationFile(json('verification.json'));

type Entry = VerificationFile['problems'][number];

/** What a verdict belongs to: the document, what is compared, and the tolerances. */
export const hashOfProblem = (entry: Entry): string =>
  hashOf({ document: json(entry.document), entry, everywhere: verificationFile.everywhere });

export const verdictOf = (entry: Entry): HeatVerdict =>
  verifyHeatProblem(entry, verificationFile.everywhere, json(entry.document));

/** Every verdict with the hash of what it belongs to. Takes a minute. */
export const verdicts = (): unknown => ({
  engine: engineVersion,
  verdicts: verificationFile.problems.map((entry) => ({
    hash: hashOfProblem(entry),
    ...verdictOf(entry),
  })),
});
