import { dirname, resolve } from 'node:path';
import { deviceSheetSchema, type DeviceSheet } from '@percuta/evidence';
import { catalogueSheet, readDocument, setValue, type Protocol } from '@percuta/engine';
import { readJson } from './read-json.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Replaces a path under `key` by the document it points to, relative to the file that names it. */
const inlined = (document: unknown, key: string, folder: string): unknown => {
  if (!isRecord(document)) return document;
  const path = document[key];
  return typeof path === 'string' ? { ...document, [key]: readJson(resolve(folder, path)) } : document;
};

/** A case file with `--set` assignments applied, not yet checked. */
export const readCaseFile = (file: string, assignments: readonly string[]): unknown =>
  assignments.reduce(setValue, readJson(file));

/** A protocol file with the files it names put in and `--set` applied, not yet checked. */
export const readProtocolFile = (file: string, assignments: readonly string[]): unknown => {
  const folder = dirname(resolve(file));
  const document = inlined(readJson(file), 'case', folder);
  const withSheet = isRecord(document)
    ? { ...document, device: inlined(document['device'], 'sheet', folder) }
    : document;
  return assignments.reduce(setValue, withSheet);
};

/** A sheet of the user's own; throws BadInput with every problem. */
export const readSheet = (document: unknown): DeviceSheet => readDocument(deviceSheetSchema, document);

/** The device of a protocol: of the catalogue, or its own sheet. */
export const sheetOf = ({ device }: Protocol): DeviceSheet =>
  device.id === undefined ? readSheet(device.sheet) : catalogueSheet(device.id, 'device.id');

/** A sheet given by flag takes the place of the protocol's device; its settings stay. */
export const withSheet = (document: unknown, [file]: readonly string[]): unknown => {
  if (file === undefined || typeof document !== 'object' || document === null) return document;
  const { id: _, ...device } = Object(Reflect.get(document, 'device'));
  return { ...document, device: { ...device, sheet: readJson(file) } };
};
