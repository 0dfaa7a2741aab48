import type { ConformanceCase } from '../conformance-case.ts';
import { FORMULAS_CASES } from './formulas.ts';
import { REQUESTS_ON_CELLS } from './requests-on-cells.ts';
import { REQUESTS_ON_LINES } from './requests-on-lines.ts';
import { REQUESTS_ON_RULES } from './requests-on-rules.ts';
import { REQUESTS_ON_SHEETS } from './requests-on-sheets.ts';
import { REQUESTS_ON_MERGES } from './requests-on-merges.ts';
import { REQUESTS_ON_GROUPS } from './requests-on-groups.ts';
import { REQUESTS_ON_BLOCKS } from './requests-on-blocks.ts';
import { REQUESTS_ON_CHARTS } from './requests-on-charts.ts';
import { REQUESTS_ON_METADATA } from './requests-on-metadata.ts';
import { REQUESTS_ON_NAMES } from './requests-on-names.ts';
import { DATA_FILTERS } from './data-filters.ts';
import { REQUESTS_ON_PROTECTION } from './requests-on-protection.ts';
import { REQUESTS_ON_ORDER } from './requests-on-order.ts';
import { SHOWN_VALUES } from './shown-values.ts';
import { SPREADSHEETS } from './spreadsheets.ts';
import { TYPED_INPUT } from './typed-input.ts';
import { VALUES_APPENDING } from './values-appending.ts';
import { VALUES_READING } from './values-reading.ts';
import { VALUES_WRITING } from './values-writing.ts';

/** The endpoints of the API, by the names of the reference. */
export const ENDPOINTS = [
  'spreadsheets.create',
  'spreadsheets.get',
  'spreadsheets.getByDataFilter',
  'spreadsheets.batchUpdate',
  'sheets.copyTo',
  'developerMetadata.get',
  'developerMetadata.search',
  'values.get',
  'values.update',
  'values.append',
  'values.clear',
  'values.batchGet',
  'values.batchUpdate',
  'values.batchClear',
  'values.batchGetByDataFilter',
  'values.batchUpdateByDataFilter',
  'values.batchClearByDataFilter',
] as const;

export const ALL_CASES: readonly ConformanceCase[] = [
  ...VALUES_READING,
  ...VALUES_WRITING,
  ...VALUES_APPENDING,
  ...TYPED_INPUT,
  ...SHOWN_VALUES,
  ...FORMULAS_CASES,
  ...SPREADSHEETS,
  ...DATA_FILTERS,
  ...REQUESTS_ON_SHEETS,
  ...REQUESTS_ON_NAMES,
  ...REQUESTS_ON_CELLS,
  ...REQUESTS_ON_MERGES,
  ...REQUESTS_ON_LINES,
  ...REQUESTS_ON_BLOCKS,
  ...REQUESTS_ON_ORDER,
  ...REQUESTS_ON_GROUPS,
  ...REQUESTS_ON_RULES,
  ...REQUESTS_ON_PROTECTION,
  ...REQUESTS_ON_METADATA,
  ...REQUESTS_ON_CHARTS,
];
