import { describe, expect, it } from 'vitest';
import { routeAsRead, routeOf } from '../../../functions/pipeline/edit-route.ts';
import type { EditEvent } from '../../../shared/contract/edit-event.ts';
import type { BoardRead } from '../../../shared/ports/board.ts';
import { TABS, type TabKey } from '../../../shared/sheet/layout.ts';

const edit = (tab: TabKey, startRow: number, endRow: number, startColumn = 3, endColumn = 4): EditEvent => ({
  id: 'event-of-a-route',
  at: '2026-11-23T08:00:00Z',
  spreadsheetId: 'board',
  kind: 'edit',
  sheetId: TABS[tab].sheetId,
  range: { startRow, endRow, startColumn, endColumn },
});
const change = (changeType: string): EditEvent => ({
  id: 'event-of-a-change',
  at: '2026-11-23T08:00:00Z',
  spreadsheetId: 'board',
  kind: 'change',
  changeType,
});

describe('where an edit leads', () => {
  it('twenty rows are read one by one, twenty-one lead to a check of the board', () => {
    expect(routeOf(edit('tasks', 2, 22))).toEqual({ kind: 'rows', tab: 'tasks', startRow: 2, endRow: 22 });
    expect(routeOf(edit('tasks', 2, 23))).toEqual({ kind: 'check' });
  });

  it('the header and the hidden keys above it are left out of a range', () => {
    expect(routeOf(edit('tasks', 0, 2))).toEqual({ kind: 'ignore' });
    expect(routeOf(edit('tasks', 0, 3))).toEqual({ kind: 'rows', tab: 'tasks', startRow: 2, endRow: 3 });
  });

  it('small tabs are read whole; tabs that are only written are left alone', () => {
    expect(routeOf(edit('team', 5, 6))).toEqual({ kind: 'tab', tab: 'team' });
    expect(routeOf(edit('rules', 5, 6))).toEqual({ kind: 'tab', tab: 'rules' });
    expect(routeOf(edit('suggestions', 5, 6))).toEqual({ kind: 'ignore' });
    expect(routeOf({ ...edit('tasks', 2, 3), sheetId: 4711 })).toEqual({ kind: 'ignore' });
  });

  it('whatever may have moved or removed rows leads to a check, a new format does not', () => {
    for (const type of ['REMOVE_ROW', 'INSERT_COLUMN', 'REMOVE_GRID', 'OTHER'])
      expect(routeOf(change(type))).toEqual({ kind: 'check' });
    expect(routeOf(change('FORMAT'))).toEqual({ kind: 'ignore' });
  });
});

describe('an edit that reaches into the id column', () => {
  /** Row 4 as given; the ids of rows 2 and 3 stand where they are. The id column is the second one. */
  const read = (id: string | null): BoardRead => ({
    rows: { tasks: [{ row: 4, cells: { id, customer: 'somebody' } }] },
    ids: {
      tasks: [
        { row: 2, id: '0aaaaaaaaaaaa1' },
        { row: 3, id: '0aaaaaaaaaaaa2' },
        ...(id === null ? [] : [{ row: 4, id }]),
      ],
    },
    columns: { tasks: { id: 1, customer: 2 } },
  });
  const led = (id: string | null, from: number, to: number) => {
    const asked = edit('tasks', 4, 5, from, to);
    return routeAsRead(routeOf(asked), asked, read(id)).kind;
  };

  it.each([null, 'hello', '0zzzzzzzzzzzzz'])('leads to a check when %s stands there', (id) => {
    expect(led(id, 1, 2)).toBe('check');
    expect(led(id, 0, 9)).toBe('check');
  });

  it('needs no check when the row is a copy of one that stands elsewhere', () => {
    expect(led('0aaaaaaaaaaaa2', 0, 9)).toBe('rows');
  });

  it('goes by where the column stands now', () => {
    expect(led(null, 0, 1)).toBe('rows');
    expect(led(null, 2, 9)).toBe('rows');
  });
});
