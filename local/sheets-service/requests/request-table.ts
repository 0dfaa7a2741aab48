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
};
