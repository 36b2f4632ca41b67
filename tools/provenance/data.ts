import { isReferenceKey, isUnverified, reads, type Read } from '@percuta/evidence';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRead = (value: unknown): value is Read => reads.some((read) => read === value);

/** Statistics of a measurement; a record that holds one of them holds data. */
const statistics = ['mean', 'sd', 'se'];

/** Entries of a device sheet that are names and remarks, not facts. */
const plainFields = new Set(['id', 'name', 'class', 'hypothetical', 'sources', 'notes', 'other']);

/** Tags of a course that claim somebody stated it. */
const stated = new Set(['trial', 'label', 'expert', 'weak']);

const keysOf = (source: unknown): string[] => {
  if (typeof source === 'string') return [source];
  if (Array.isArray(source)) return source.flatMap(keysOf);
  return isRecord(source) && typeof source['key'] === 'string' ? [source['key']] : [];
};

const namedBy = (record: Json): string[] =>
  ['source', 'sources', 'share_sources', 'conflicts_with'].flatMap((name) => keysOf(record[name]));

/** A record may lose the mark "unverified" only by naming who says it. What was computed here follows from others. */
const readFaults = (path: string, record: Json): string[] =>
  Object.entries(record)
    .filter(([name]) => name === 'read' || name.endsWith('_read'))
    .flatMap(([name, read]) => {
      if (!isRead(read)) return [`${path}.${name}: "${String(read)}" is no way of reading`];
      if (isUnverified(read) || read === 'computed here' || namedBy(record).length > 0) return [];
      return [`${path}: ${name} is "${read}" but no source is named`];
    });

const recordFaults = (path: string, record: Json): string[] => {
  const isMeasurement = statistics.some((name) => name in record) && 'method' in record;
  return [
    ...readFaults(path, record),
    ...namedBy(record)
      .filter((key) => !isReferenceKey(key))
      .map((key) => `${path}: no reference with the key "${key}"`),
    ...(isMeasurement && (namedBy(record).length === 0 || !('read' in record))
      ? [`${path}: a measurement without source or read`]
      : []),
    ...(stated.has(String(record['tag'])) && namedBy(record).length === 0
      ? [`${path}: tagged "${String(record['tag'])}" but no source is named`]
      : []),
    ...('structure' in record && isRecord(record['depth']) && !('depth_read' in record)
      ? [`${path}: a depth at risk without depth_read`]
      : []),
  ];
};

/** Breaches of provenance anywhere in a data file. */
export const dataFaults = (path: string, json: unknown): string[] => {
  if (Array.isArray(json)) return json.flatMap((entry, i) => dataFaults(`${path}[${i}]`, entry));
  if (!isRecord(json)) return [];
  return [
    ...recordFaults(path, json),
    ...Object.entries(json).flatMap(([name, entry]) => dataFaults(`${path}.${name}`, entry)),
  ];
};

/** Every fact of a sheet of the catalogue is { value, read, … }; a bare value is for the sheets of users. */
export const sheetFaults = (path: string, json: unknown): string[] => {
  if (!isRecord(json)) return [`${path}: holds no object`];
  return Object.entries(json).flatMap(([name, entry]) => {
    if (plainFields.has(name)) return [];
    if (name === 'rf' || name === 'label') return sheetFaults(`${path}.${name}`, entry);
    return isRecord(entry) && 'value' in entry && isRead(entry['read'])
      ? []
      : [`${path}.${name}: a fact without read`];
  });
};

/** A reference says what it is and, where it gives a DOI, gives one that can be one. */
export const referenceFaults = (path: string, json: unknown): string[] =>
  Object.entries(isRecord(json) ? json : {}).flatMap(([key, entry]) => {
    if (!isRecord(entry) || typeof entry['cite'] !== 'string')
      return [`${path}.${key}: says not what it cites`];
    const { doi } = entry;
    const isFaulty = doi !== undefined && !(typeof doi === 'string' && /^10\.\d{4,9}\/\S+$/.test(doi));
    return isFaulty ? [`${path}.${key}: "${String(doi)}" is no DOI`] : [];
  });
