import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { SheetsService } from '../../../local/sheets-service/create-sheets-service.ts';
import type {
  BookChange,
  PersonAction,
  TriggerEvent,
  TypedCell,
} from '../../../local/sheets-service/service-api.ts';
import { startService, type RunningService } from './running-service.ts';

const ANN = { email: 'ann@example.com', clientId: 'window-1' };

let running: RunningService;
let service: SheetsService;
let book: string;
let events: TriggerEvent[];
let news: BookChange[];

beforeEach(async () => {
  running = await startService();
  service = running.service;
  book = service.createSpreadsheet({});
  events = [];
  news = [];
  service.onTrigger((event) => events.push(event));
  service.onChange((change) => news.push(change));
});
afterEach(() => running.stop());

const act = (action: PersonAction, person = ANN) => service.act(book, action, person);
const typing = (...cells: TypedCell[]) => act({ kind: 'setCells', sheetId: 0, cells });
const cell = (row: number, column: number, input: TypedCell['input']): TypedCell => ({ row, column, input });

async function batch(...requests: sheets_v4.Schema$Request[]): Promise<void> {
  const path = `${running.url}/v4/spreadsheets/${book}:batchUpdate`;
  const response = await fetch(path, { method: 'POST', body: JSON.stringify({ requests }) });
  if (!response.ok) throw new Error(await response.text());
}

async function values(range: string): Promise<unknown> {
  const response = await fetch(`${running.url}/v4/spreadsheets/${book}/values/${range}`);
  return ((await response.json()) as { values?: unknown }).values;
}

const range = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
  sheetId: 0,
  startRow,
  endRow,
  startColumn,
  endColumn,
});
const common = () => ({ spreadsheetId: book, user: ANN.email });
const edit = (where: ReturnType<typeof range>, more: object = {}) => ({
  type: 'edit',
  ...common(),
  range: where,
  ...more,
});
const change = (changeType: string) => ({ type: 'change', ...common(), changeType });

describe('typing', () => {
  it('reads what is typed as a spreadsheet does', async () => {
    await typing(cell(0, 0, '12%'), cell(0, 1, "'007"), cell(0, 2, true), cell(0, 3, '=1+1'), cell(0, 4, 5));
    expect(await values('A1:E1')).toEqual([['12%', '007', 'TRUE', '2', '5']]);
  });

  it('fires an edit with the value and the old value of a single cell, then a change', async () => {
    await typing(cell(1, 2, 'first'));
    await typing(cell(1, 2, '42'));
    await typing(cell(1, 2, ''));
    expect(events).toEqual([
      edit(range(1, 2, 2, 3), { value: 'first' }),
      change('EDIT'),
      edit(range(1, 2, 2, 3), { value: '42', oldValue: 'first' }),
      change('EDIT'),
      edit(range(1, 2, 2, 3), { oldValue: '42' }),
      change('EDIT'),
    ]);
  });

  it('fires an edit with the range alone for several cells', async () => {
    await typing(cell(0, 0, 'a'), cell(2, 3, 'b'));
    expect(events).toEqual([edit(range(0, 3, 0, 4)), change('EDIT')]);
  });

  it('adds rows for a paste that reaches below the last one', async () => {
    await typing(cell(999, 0, 'last'), cell(1000, 0, 'new'), cell(1001, 0, 'newer'));
    expect(await values('A1000:A1002')).toEqual([['last'], ['new'], ['newer']]);
  });

  it('refuses a single cell outside the sheet, and a sheet that is not there', async () => {
    expect(await typing(cell(1000, 0, 'x'))).toMatchObject({
      ok: false,
      code: 'OUT_OF_BOUNDS',
      cell: { row: 1000 },
    });
    const elsewhere = await act({ kind: 'setCells', sheetId: 9, cells: [cell(0, 0, 'x')] });
    expect(elsewhere).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });
});

describe('protected cells', () => {
  const protect = (more: object) =>
    batch({
      addProtectedRange: {
        protectedRange: { range: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 }, ...more },
      },
    });

  it('refuse people who are not among the editors, and apply nothing of the paste', async () => {
    await protect({ editors: { users: ['bob@example.com'] } });
    expect(await typing(cell(0, 1, 'free'), cell(3, 0, 'mine'))).toMatchObject({
      ok: false,
      code: 'PROTECTED',
      cell: { sheetId: 0, row: 3, column: 0 },
    });
    expect(await values('A1:B4')).toBeUndefined();
    expect(events).toEqual([]);
  });

  it('take the writes of their editors, whatever the case of the address', async () => {
    await protect({ editors: { users: ['Ann@Example.com'] } });
    expect(await typing(cell(0, 0, 'x'))).toMatchObject({ ok: true });
  });

  it('only warn when they are set to warn', async () => {
    await protect({ warningOnly: true });
    expect(await typing(cell(0, 0, 'x'))).toMatchObject({ ok: true });
  });

  it('leave their unprotected ranges open', async () => {
    const open = { sheetId: 0, startRowIndex: 2, endRowIndex: 3 };
    await protect({ range: { sheetId: 0 }, unprotectedRanges: [open] });
    expect(await typing(cell(2, 0, 'x'))).toMatchObject({ ok: true });
    expect(await typing(cell(3, 0, 'x'))).toMatchObject({ ok: false, code: 'PROTECTED' });
  });

  it('cannot be deleted or sorted with their rows', async () => {
    await protect({});
    expect(await act({ kind: 'deleteRows', sheetId: 0, start: 0, count: 1 })).toMatchObject({
      code: 'PROTECTED',
    });
    const by = [{ column: 1, ascending: true }];
    expect(await act({ kind: 'sortRange', range: range(0, 5, 0, 2), by })).toMatchObject({
      code: 'PROTECTED',
    });
    expect(await act({ kind: 'sortRange', range: range(0, 5, 1, 2), by })).toMatchObject({ ok: true });
  });

  it('do not stop the API', async () => {
    await protect({});
    const path = `${running.url}/v4/spreadsheets/${book}/values/A1?valueInputOption=RAW`;
    const response = await fetch(path, { method: 'PUT', body: JSON.stringify({ values: [['x']] }) });
    expect(response.status).toBe(200);
  });
});

describe('cells with rules', () => {
  const rule = (condition: object, more: object = {}) =>
    batch({
      setDataValidation: {
        range: { sheetId: 0, startRowIndex: 0, endRowIndex: 10, startColumnIndex: 0, endColumnIndex: 1 },
        rule: { condition, strict: true, ...more },
      },
    });
  const list = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'open' }, { userEnteredValue: 'done' }] };

  it('refuse a value that is not on the list, with the message of the rule', async () => {
    await rule(list, { inputMessage: 'Choose open or done' });
    expect(await typing(cell(1, 0, 'maybe'))).toEqual({
      ok: false,
      code: 'VALIDATION',
      message: 'Choose open or done',
      cell: { sheetId: 0, row: 1, column: 0 },
    });
    expect(await typing(cell(1, 0, 'done'))).toMatchObject({ ok: true });
  });

  it('refuse a whole paste for one wrong cell', async () => {
    await rule(list);
    expect(await typing(cell(0, 0, 'open'), cell(1, 0, 'maybe'), cell(0, 1, 'x'))).toMatchObject({
      code: 'VALIDATION',
      message: 'The data you entered in cell A2 violates the data validation rules set on this cell.',
    });
    expect(await values('A1:B2')).toBeUndefined();
  });

  it('take anything when they are not strict, and can always be emptied', async () => {
    await rule(list, { strict: false });
    expect(await typing(cell(0, 0, 'maybe'))).toMatchObject({ ok: true });
    await rule(list);
    expect(await typing(cell(0, 0, ''))).toMatchObject({ ok: true });
  });

  it.each([
    ['a checkbox takes booleans only', { type: 'BOOLEAN' }, true, 'yes'],
    ['a number between two others', { type: 'NUMBER_BETWEEN', values: given('1', '10') }, '10', '11'],
    ['a date after another', { type: 'DATE_AFTER', values: given('1/1/2026') }, '1/2/2026', '1/1/2026'],
    [
      'a date before today',
      { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] },
      '3/8/2026',
      '3/9/2026',
    ],
    ['a valid date', { type: 'DATE_IS_VALID' }, '2026-03-09', 'soon'],
    ['a mail address', { type: 'TEXT_IS_EMAIL' }, 'a@b.co', 'a at b'],
    ['text that contains', { type: 'TEXT_CONTAINS', values: given('ok') }, 'all OK', 'no'],
    [
      'a value found in a range',
      { type: 'ONE_OF_RANGE', values: given('=Sheet1!$D$1:$D$2') },
      'listed',
      'other',
    ],
    ['a custom formula', { type: 'CUSTOM_FORMULA', values: given('=LEN(A1)<4') }, 'abc', 'abcd'],
  ])('judge %s', async (_name, condition, good, bad) => {
    await typing(cell(0, 3, 'listed'));
    await rule(condition);
    expect(await typing(cell(4, 0, bad))).toMatchObject({ ok: false, code: 'VALIDATION' });
    expect(await typing(cell(4, 0, good))).toMatchObject({ ok: true });
  });
});

function given(...texts: string[]): { userEnteredValue: string }[] {
  return texts.map((userEnteredValue) => ({ userEnteredValue }));
}

describe('rows, columns and sheets', () => {
  it.each([
    ['insertRows', 'INSERT_ROW'],
    ['deleteRows', 'REMOVE_ROW'],
    ['insertColumns', 'INSERT_COLUMN'],
    ['deleteColumns', 'REMOVE_COLUMN'],
  ] as const)('%s fires only a change of type %s', async (kind, changeType) => {
    await act({ kind, sheetId: 0, start: 1, count: 2 });
    expect(events).toEqual([change(changeType)]);
  });

  it('carry notes and rules along when rows move', async () => {
    await typing(cell(0, 0, 'a'), cell(1, 0, 'b'), cell(2, 0, 'c'));
    events.length = 0;
    await act({ kind: 'moveRows', sheetId: 0, start: 0, count: 1, before: 3 });
    expect(await values('A1:A3')).toEqual([['b'], ['c'], ['a']]);
    expect(events).toEqual([edit(range(2, 3, 0, 26)), change('EDIT')]);
  });

  it('sort a range, which edits it', async () => {
    await typing(cell(0, 0, 3), cell(1, 0, 1), cell(2, 0, 2));
    events.length = 0;
    await act({ kind: 'sortRange', range: range(0, 3, 0, 1), by: [{ column: 0, ascending: false }] });
    expect(await values('A1:A3')).toEqual([['3'], ['2'], ['1']]);
    expect(events).toEqual([edit(range(0, 3, 0, 1)), change('EDIT')]);
  });

  it('add, rename and delete sheets', async () => {
    await act({ kind: 'addSheet', title: 'Second' });
    await act({ kind: 'renameSheet', sheetId: 0, title: 'First' });
    const sheets = service.getSpreadsheet(book).sheets ?? [];
    expect(sheets.map(({ properties }) => properties?.title)).toEqual(['First', 'Second']);
    await act({ kind: 'deleteSheet', sheetId: sheets[1]?.properties?.sheetId ?? 0 });
    expect(events).toEqual([change('INSERT_GRID'), change('OTHER'), change('REMOVE_GRID')]);
    expect(await act({ kind: 'deleteSheet', sheetId: 0 })).toMatchObject({
      ok: false,
      message: "You can't remove all the sheets in a document.",
    });
  });
});

describe('news', () => {
  it('tell of cells as spreadsheets.get answers them, and who did it', async () => {
    await typing(cell(0, 0, 'x'));
    expect(news).toEqual([
      {
        spreadsheetId: book,
        revision: 2,
        origin: 'person',
        clientId: 'window-1',
        cells: [
          { sheetId: 0, row: 0, column: 0, data: expect.objectContaining({ formattedValue: 'x' }) as object },
        ],
        structure: [],
      },
    ]);
    expect(service.revision(book)).toBe(2);
  });

  it('tell of emptied cells with nothing', async () => {
    await typing(cell(0, 0, 'x'));
    await typing(cell(0, 0, null));
    expect(news[1]?.cells).toEqual([{ sheetId: 0, row: 0, column: 0, data: {} }]);
  });

  it('tell of formulas that show something else now', async () => {
    await typing(cell(0, 0, 2), cell(0, 1, '=A1*10'), cell(0, 2, '=1+1'));
    await typing(cell(0, 0, 3));
    expect(news[1]?.cells.map(({ row, column, data }) => [row, column, data.formattedValue])).toEqual([
      [0, 0, '3'],
      [0, 1, '30'],
    ]);
  });

  it('say fetch again for changes of structure', async () => {
    await act({ kind: 'insertRows', sheetId: 0, start: 0, count: 1 });
    await act({ kind: 'addSheet', title: 'New' });
    expect(news.map(({ structure }) => structure)).toEqual([[{ sheetId: 0 }], [{}]]);
  });

  it('come for API writes too, which fire no trigger', async () => {
    await batch({
      updateCells: { start: { sheetId: 0 }, rows: [{ values: [{ note: 'n' }] }], fields: 'note' },
    });
    expect(news).toMatchObject([{ origin: 'api', cells: [{ row: 0, column: 0, data: { note: 'n' } }] }]);
    expect(events).toEqual([]);
  });

  it('do not come for refused actions and changes that change nothing', async () => {
    await typing(cell(0, 0, ''));
    await typing(cell(5000, 0, 'x'));
    expect(news).toEqual([]);
  });

  it('stop when the listener leaves', async () => {
    const heard: BookChange[] = [];
    const stop = service.onChange((one) => heard.push(one));
    await typing(cell(0, 0, 'x'));
    stop();
    await typing(cell(0, 0, 'y'));
    expect(heard.length).toBe(1);
  });
});
