import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeMessage, editMessage, type EditEvent } from '../../../sheets-addon/src/edit-message.ts';
import { languageOf } from '../../../sheets-addon/src/language.ts';
import { afterCheck, parseMissedEdits, withOneMore } from '../../../sheets-addon/src/missed-edits.ts';
import { statusLines } from '../../../sheets-addon/src/status-lines.ts';

const stamp = { id: 'id-1', at: '2026-11-23T09:00:00.000Z' };
const source = { getId: () => 'board' };

const event = (row: number, column: number, rows: number, columns: number): EditEvent => ({
  source,
  range: {
    getRow: () => row,
    getColumn: () => column,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getSheet: () => ({ getSheetId: () => 0 }),
  },
});

describe('the message about an edit', () => {
  it('counts from zero and ends before the last row and column', () => {
    expect(editMessage(event(3, 2, 1, 2), stamp)).toEqual({
      ...stamp,
      spreadsheetId: 'board',
      kind: 'edit',
      sheetId: 0,
      range: { startRow: 2, endRow: 3, startColumn: 1, endColumn: 3 },
    });
  });

  it('always covers exactly as many rows and columns as were edited', () => {
    const count = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(count, count, count, count, (row, column, rows, columns) => {
        const { range } = editMessage(event(row, column, rows, columns), stamp);
        expect((range?.endRow ?? 0) - (range?.startRow ?? 0)).toBe(rows);
        expect((range?.endColumn ?? 0) - (range?.startColumn ?? 0)).toBe(columns);
        expect(range?.startRow).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['is not given', {}],
    ['is blank', { user: { getEmail: () => '' } }],
    [
      'may not be read',
      {
        user: {
          getEmail: (): string => {
            throw new Error('no permission');
          },
        },
      },
    ],
  ])('has no user when the user %s', (_why, extra) => {
    expect(editMessage({ ...event(1, 1, 1, 1), ...extra }, stamp)).not.toHaveProperty('user');
  });
});

describe('the message about a change', () => {
  it('is left out for edits and formats only', () => {
    const kinds = [
      'EDIT',
      'FORMAT',
      'INSERT_ROW',
      'INSERT_COLUMN',
      'REMOVE_ROW',
      'REMOVE_COLUMN',
      'INSERT_GRID',
      'REMOVE_GRID',
      'OTHER',
    ];
    const silent = kinds.filter((changeType) => changeMessage({ source, changeType }, stamp) === null);
    expect(silent).toEqual(['EDIT', 'FORMAT']);
  });
});

describe('the mark of missed edits', () => {
  it('keeps the first time and the latest reason, and never grows with the count', () => {
    let mark = withOneMore(null, 't1', 'first');
    for (let i = 0; i < 1000; i++) mark = withOneMore(mark, `t${i + 2}`, 'x'.repeat(5000));
    expect(mark).toMatchObject({ since: 't1', count: 1001 });
    expect(JSON.stringify(mark).length).toBeLessThan(300);
  });

  it('goes with a check of the board, unless another edit went missing meanwhile', () => {
    const before = withOneMore(null, 't1', 'down');
    const meanwhile = withOneMore(before, 't2', 'down');
    expect(afterCheck(before, before)).toBeNull();
    expect(afterCheck(meanwhile, before)).toEqual(meanwhile);
    expect(afterCheck(before, null)).toEqual(before);
    expect(afterCheck(null, before)).toBeNull();
  });

  it('survives being stored, and says something was missed even when it is unreadable', () => {
    const mark = withOneMore(null, 't1', '原因');
    expect(parseMissedEdits(JSON.stringify(mark))).toEqual(mark);
    expect(parseMissedEdits('{broken')).toMatchObject({ count: 1 });
    expect(parseMissedEdits('null')).toMatchObject({ count: 1 });
    expect(parseMissedEdits(null)).toBeNull();
  });
});

describe('the language of a locale', () => {
  it.each(['zh', 'zh_CN', 'zh-CN', 'zh-TW', 'ZH-hans'])('%s is Chinese', (locale) => {
    expect(languageOf(locale)).toBe('zh-CN');
  });
  it.each(['en', 'en_GB', 'de', '', null, undefined, 'zha'])('%s reads English', (locale) => {
    expect(languageOf(locale)).toBe('en');
  });
});

describe('status lines from outside', () => {
  it('are at most 30, of limited length, and only of the right shape', () => {
    const many = Array.from({ length: 100 }, () => ({
      label: 'x'.repeat(1000),
      value: 'y',
      light: 'red',
      more: 1,
    }));
    const lines = statusLines(many);
    expect(lines).toHaveLength(30);
    expect(lines[0]?.label).toHaveLength(300);
    expect(lines[0]).not.toHaveProperty('more');
    for (const odd of [null, 'x', 3, { 0: 'a' }]) expect(statusLines(odd)).toEqual([]);
  });
});
