import { updateBorders } from './borders.ts';
import { addChart, deleteEmbeddedObject, updateChartSpec, updateEmbeddedObjectPosition } from './charts.ts';
import { duplicateSheet, updateSpreadsheetProperties } from './copy-sheet.ts';
import {
  addDimensionGroup,
  autoResizeDimensions,
  deleteDimensionGroup,
  updateDimensionGroup,
} from './dimension-groups.ts';
import { clearBasicFilter, setBasicFilter, sortRange } from './filters.ts';
import { findReplace } from './find-replace.ts';
import { mergeCells, unmergeCells } from './merges.ts';
import { addNamedRange, deleteNamedRange, updateNamedRange } from './named-ranges.ts';
import { copyPaste, cutPaste } from './paste.ts';
import { appendCells, repeatCell, updateCells } from './cells.ts';
import {
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  setDataValidation,
  updateConditionalFormatRule,
} from './cell-rules.ts';
import {
  createDeveloperMetadata,
  deleteDeveloperMetadata,
  updateDeveloperMetadata,
} from './developer-metadata.ts';
import {
  appendDimension,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './dimensions.ts';
import { addProtectedRange, deleteProtectedRange, updateProtectedRange } from './protected-ranges.ts';
import { deleteRange, insertRange } from './shift-cells.ts';
import type { RequestHandler, Requests } from './request-context.ts';
import { addSheet, deleteSheet, updateSheetProperties } from './sheets.ts';

/** Every kind of batchUpdate request this service carries out. */
export const REQUEST_TABLE: { readonly [K in keyof Requests]?: RequestHandler<K> } = {
  addSheet,
  deleteSheet,
  updateSheetProperties,
  updateCells,
  repeatCell,
  appendCells,
  insertDimension,
  deleteDimension,
  appendDimension,
  moveDimension,
  updateDimensionProperties,
  setDataValidation,
  addConditionalFormatRule,
  updateConditionalFormatRule,
  deleteConditionalFormatRule,
  addProtectedRange,
  updateProtectedRange,
  deleteProtectedRange,
  createDeveloperMetadata,
  updateDeveloperMetadata,
  deleteDeveloperMetadata,
  duplicateSheet,
  updateSpreadsheetProperties,
  mergeCells,
  unmergeCells,
  sortRange,
  setBasicFilter,
  clearBasicFilter,
  autoResizeDimensions,
  addDimensionGroup,
  updateDimensionGroup,
  deleteDimensionGroup,
  addNamedRange,
  updateNamedRange,
  deleteNamedRange,
  copyPaste,
  cutPaste,
  findReplace,
  updateBorders,
  addChart,
  updateChartSpec,
  updateEmbeddedObjectPosition,
  deleteEmbeddedObject,
  insertRange,
  deleteRange,
};
