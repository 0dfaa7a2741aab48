const NO_DATA_SOURCE = 'needs BigQuery or Looker behind it';
const NO_SMART_TABLES = 'typed tables are not kept here';

/** The kinds of request this service does not carry out, each with the reason. They are refused, never ignored. */
export const UNSUPPORTED_REQUESTS: Readonly<Record<string, string>> = {
  addBanding: 'alternating colours are not kept here; use conditional formats',
  updateBanding: 'alternating colours are not kept here',
  deleteBanding: 'alternating colours are not kept here',
  addDataSource: NO_DATA_SOURCE,
  updateDataSource: NO_DATA_SOURCE,
  deleteDataSource: NO_DATA_SOURCE,
  refreshDataSource: NO_DATA_SOURCE,
  cancelDataSourceRefresh: NO_DATA_SOURCE,
  addFilterView: 'only the basic filter is kept here',
  updateFilterView: 'only the basic filter is kept here',
  duplicateFilterView: 'only the basic filter is kept here',
  deleteFilterView: 'only the basic filter is kept here',
  addSlicer: 'slicers are not kept here',
  updateSlicerSpec: 'slicers are not kept here',
  addTable: NO_SMART_TABLES,
  updateTable: NO_SMART_TABLES,
  deleteTable: NO_SMART_TABLES,
  autoFill: "Google's guess at continuing a series is not documented",
  pasteData: 'write values with values.update instead',
  textToColumns: 'split the text before writing it',
  trimWhitespace: 'trim the text before writing it',
  deleteDuplicates: 'delete the rows with deleteDimension',
  randomizeRange: 'has no repeatable answer',
  updateEmbeddedObjectBorder: 'chart borders are not kept here',
};
