/** What the type declarations of the client do not say: words of enums and groups of which one may be set. */

/** Accepted words by `Message.field`, with the enum's name. */
export const ENUM_FIELDS: Readonly<
  Record<string, { readonly name: string; readonly words: readonly string[] }>
> = {
  ...dimensionFields(
    'DimensionRange.dimension',
    'AppendDimensionRequest.dimension',
    'ValueRange.majorDimension',
  ),
  ...dimensionFields(
    'DataFilterValueRange.majorDimension',
    'BatchGetValuesByDataFilterRequest.majorDimension',
  ),
  'MergeCellsRequest.mergeType': { name: 'MergeType', words: ['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS'] },
  'SortSpec.sortOrder': { name: 'SortOrder', words: ['SORT_ORDER_UNSPECIFIED', 'ASCENDING', 'DESCENDING'] },
  'CopyPasteRequest.pasteOrientation': { name: 'PasteOrientation', words: ['NORMAL', 'TRANSPOSE'] },
  ...pasteTypes('CopyPasteRequest.pasteType', 'CutPasteRequest.pasteType'),
  'DeveloperMetadata.visibility': {
    name: 'DeveloperMetadataVisibility',
    words: ['DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED', 'DOCUMENT', 'PROJECT'],
  },
  'CellFormat.horizontalAlignment': {
    name: 'HorizontalAlign',
    words: ['HORIZONTAL_ALIGN_UNSPECIFIED', 'LEFT', 'CENTER', 'RIGHT'],
  },
  'CellFormat.verticalAlignment': {
    name: 'VerticalAlign',
    words: ['VERTICAL_ALIGN_UNSPECIFIED', 'TOP', 'MIDDLE', 'BOTTOM'],
  },
  'CellFormat.wrapStrategy': {
    name: 'WrapStrategy',
    words: ['WRAP_STRATEGY_UNSPECIFIED', 'OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP'],
  },
  'NumberFormat.type': {
    name: 'NumberFormatType',
    words: [
      'NUMBER_FORMAT_TYPE_UNSPECIFIED',
      'TEXT',
      'NUMBER',
      'PERCENT',
      'CURRENCY',
      'DATE',
      'TIME',
      'DATE_TIME',
      'SCIENTIFIC',
    ],
  },
  'Border.style': {
    name: 'Style',
    words: [
      'STYLE_UNSPECIFIED',
      'DOTTED',
      'DASHED',
      'SOLID',
      'SOLID_MEDIUM',
      'SOLID_THICK',
      'NONE',
      'DOUBLE',
    ],
  },
  'BooleanCondition.type': {
    name: 'ConditionType',
    words: [
      'CONDITION_TYPE_UNSPECIFIED',
      ...['GREATER', 'GREATER_THAN_EQ', 'LESS', 'LESS_THAN_EQ', 'EQ', 'NOT_EQ', 'BETWEEN', 'NOT_BETWEEN'].map(
        (word) => `NUMBER_${word}`,
      ),
      ...['CONTAINS', 'NOT_CONTAINS', 'STARTS_WITH', 'ENDS_WITH', 'EQ', 'NOT_EQ', 'IS_EMAIL', 'IS_URL'].map(
        (word) => `TEXT_${word}`,
      ),
      ...[
        'EQ',
        'NOT_EQ',
        'BEFORE',
        'AFTER',
        'ON_OR_BEFORE',
        'ON_OR_AFTER',
        'BETWEEN',
        'NOT_BETWEEN',
        'IS_VALID',
      ].map((word) => `DATE_${word}`),
      'ONE_OF_RANGE',
      'ONE_OF_LIST',
      'BLANK',
      'NOT_BLANK',
      'CUSTOM_FORMULA',
      'BOOLEAN',
      'FILTER_EXPRESSION',
    ],
  },
};

function dimensionFields(...fields: string[]): Record<string, { name: string; words: readonly string[] }> {
  const dimension = { name: 'Dimension', words: ['DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS'] };
  return Object.fromEntries(fields.map((field) => [field, dimension]));
}

function pasteTypes(...fields: string[]): Record<string, { name: string; words: readonly string[] }> {
  const words = [
    'NORMAL',
    'VALUES',
    'FORMAT',
    'NO_BORDERS',
    'FORMULA',
    'DATA_VALIDATION',
    'CONDITIONAL_FORMATTING',
  ];
  const pasteType = { name: 'PasteType', words: words.map((word) => `PASTE_${word}`) };
  return Object.fromEntries(fields.map((field) => [field, pasteType]));
}

/** Of these fields of a message at most one may be set; `'all'` stands for every field it has. */
export const ONE_OF_GROUPS: Readonly<
  Record<string, { readonly name: string; readonly fields: readonly string[] | 'all' }>
> = {
  Request: { name: 'kind', fields: 'all' },
  ExtendedValue: { name: 'value', fields: 'all' },
  ConditionalFormatRule: { name: 'rule', fields: ['booleanRule', 'gradientRule'] },
  DataFilter: { name: 'filter', fields: 'all' },
  DeveloperMetadataLocation: { name: 'location', fields: ['spreadsheet', 'sheetId', 'dimensionRange'] },
  UpdateConditionalFormatRuleRequest: { name: 'instruction', fields: ['rule', 'newIndex'] },
  UpdateCellsRequest: { name: 'area', fields: ['start', 'range'] },
  FindReplaceRequest: { name: 'scope', fields: ['range', 'sheetId', 'allSheets'] },
  ColorStyle: { name: 'kind', fields: 'all' },
};
