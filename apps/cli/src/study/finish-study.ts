import { createHash } from 'node:crypto';
import {
  calibrateStudy,
  studyCsv,
  summariseStudy,
  writeCalibrated,
  type Calibrated,
  type Chunks,
  type OutputSummary,
  type Study,
  type StudyRow,
} from '@percuta/engine';
import { jsonText, writeFiles } from '../output.ts';
import type { StudyFolder, StudyManifest } from './study-folder.ts';

/** A study that has all its rows. */
export interface Finished {
  readonly rows: readonly StudyRow[];
  readonly summary: readonly OutputSummary[];
  /** Of a calibration alone. */
  readonly calibrated: Calibrated | undefined;
  readonly hash: string;
  readonly files: readonly string[];
}

// Written by `chunksOf` of this engine: the manifest of the folder says so.
const readRow = (line: string): StudyRow => JSON.parse(line) as StudyRow;

const allLines = (chunks: Chunks, folder: StudyFolder): string[] =>
  Array.from({ length: chunks.count }, (_, chunk) => {
    const lines = folder.read(chunk);
    if (lines === undefined) throw new Error(`chunk ${chunk} of the study is missing`);
    return lines;
  }).flat();

/** Writes the results of a study, its summary and its manifest beside the chunks. */
export const finishStudy = (
  path: string,
  study: Study,
  { chunks, folder }: { readonly chunks: Chunks; readonly folder: StudyFolder },
  manifest: StudyManifest,
): Finished => {
  const lines = allLines(chunks, folder);
  const rows = lines.map(readRow);
  const summary = summariseStudy(study, rows);
  const calibrated = study.design.kind === 'calibration' ? calibrateStudy(study, rows) : undefined;
  const text = lines.map((line) => `${line}\n`).join('');
  const hash = createHash('sha256').update(text).digest('hex');
  const files = writeFiles(path, {
    'results.csv': studyCsv(study, rows),
    'results.jsonl': text,
    'summary.json': jsonText(summary),
    ...(calibrated === undefined ? {} : { 'calibration.json': jsonText(writeCalibrated(study, calibrated)) }),
    'manifest.json': jsonText({ ...manifest, hashes: { ...manifest.hashes, results: hash } }),
  });
  return { rows, summary, calibrated, hash, files };
};
