import { deviceSheetSchema, type DeviceSheet } from '@percuta/evidence';
import { catalogueSheet, catalogueSheets } from '../case/catalogue.ts';
import { readCase } from '../case/case.ts';
import { readDocument } from '../case/document.ts';
import { readProtocol, type Protocol } from '../case/protocol.ts';
import { placeValue } from '../case/set-value.ts';
import { centralDraw, healValues, heatValues, jointOverrides, type Overrides } from '../ensemble.ts';
import { measurementFileSchema } from '../validation/measurement-file.ts';
import type { Cell } from './column.ts';
import type { Study } from './study.ts';

/** One run of the base with some of its fields and parameters replaced. */
export interface Variant {
  readonly document: unknown;
  readonly overrides: Overrides;
}

/** The base of a study with the values of a row put in. */
export const variantOf = (study: Study, cells: readonly Cell[]): Variant =>
  study.columns.reduce<Variant>(
    ({ document, overrides }, { path, parameter }, i) => {
      const cell = cells[i];
      if (cell === undefined) return { document, overrides };
      return path === undefined
        ? { document, overrides: { ...overrides, [parameter ?? '']: String(cell) } }
        : { document: placeValue(document, path, cell), overrides };
    },
    { document: study.base, overrides: study.parameters },
  );

/** A sheet of one's own; throws BadInput with every problem. */
export const readSheet = (sheet: unknown): DeviceSheet => readDocument(deviceSheetSchema, sheet);

/** The sheet of a protocol's device. */
export const sheetOf = ({ device }: Protocol): DeviceSheet =>
  device.id === undefined ? readSheet(device.sheet) : catalogueSheet(device.id, 'device.id');

/** Reads a variant without running it; throws what a run would throw for its form. */
export const readVariant = ({ base, sheets }: Study, { document, overrides }: Variant): void => {
  if (base.kind === 'percuta protocol') {
    sheetOf(readProtocol(document));
    centralDraw(jointOverrides(overrides));
    healValues(overrides);
    heatValues(overrides);
  } else if (base.kind === 'percuta validation') {
    centralDraw(overrides);
    readDocument(measurementFileSchema, document);
  } else {
    centralDraw(overrides);
    sheets.forEach(readSheet);
    catalogueSheets(readCase(document));
  }
};
