import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../../shared/ports/board.ts';
import { proofCells } from '../../../shared/outbox/proof-cells.ts';
import { proposeTag } from '../../../shared/tags/keyword-table.ts';
import type { ProofTab } from '../../../shared/domain/proof.ts';
import { readProofRow } from '../../../shared/tags/read-proof-rows.ts';
import { aBoard, rid, TODAY } from '../../support/board-builder.ts';

const { team } = aBoard({ reps: { lisa: { name: 'Lisa' } } });
type Cells = Readonly<Record<string, RawCell>>;
const read = (tab: ProofTab, cells: Cells) => readProofRow(tab, { row: 5, cells }, team, TODAY);
const codes = (tab: ProofTab, cells: Cells) =>
  read(tab, cells).problems.map(({ column, problem }) => `${column} ${problem.code}`);

describe('a row of History', () => {
  const won = { customer: 'x', industry: 'IVD', owner: 'Lisa', stage: 'Won', closedOn: '2026-10-01' };

  test('that is won counts for its owner and industry', () => {
    expect(read('history', won).proof).toEqual({
      rep: rid('lisa'),
      quarter: '2026Q4',
      month: 0,
      marks: [{ slot: 'industry/IVD', hits: 1, of: 1 }],
    });
  });

  test('of somebody who is not on the team counts toward the mean, without complaint', () => {
    expect(read('history', { ...won, owner: 'Grace' })).toMatchObject({ proof: { rep: '' }, problems: [] });
  });

  test('that is still open, or empty, says nothing and is no mistake', () => {
    expect(read('history', { ...won, stage: 'Proposal' })).toEqual({ proof: null, problems: [] });
    expect(read('history', {})).toEqual({ proof: null, problems: [] });
  });

  test('without stage or closing day does not count and names both', () => {
    expect(codes('history', { customer: 'x' })).toEqual(['stage MISSING', 'closedOn MISSING']);
    expect(codes('history', { ...won, closedOn: 'soon', difficulty: '?' })).toEqual([
      'closedOn NOT_A_DATE',
      'difficulty NOT_A_CHOICE',
    ]);
  });
});

describe('a rating', () => {
  const good = { rep: 'Lisa', tag: 'Executive dialogue', rating: 4, on: '2026-11-01' };

  test('of 4 is three quarters of a hit for the tag, whatever its spelling', () => {
    expect(read('ratings', good).proof?.marks).toEqual([{ slot: 'style/擅长高层对话', hits: 3, of: 4 }]);
  });

  test.each<[string, Cells, string[]]>([
    ['a rep nobody knows', { rep: 'Nemo' }, ['rep UNKNOWN_REP']],
    ['a tag of no family', { tag: 'singing' }, ['tag NOT_A_CHOICE']],
    ['a rating outside 1 to 5', { rating: 6 }, ['rating NOT_A_CHOICE']],
    ['a day to come', { on: '2027-01-01' }, ['on IN_THE_FUTURE']],
    [
      'nothing but a name',
      { tag: null, rating: null, on: null },
      ['tag MISSING', 'rating MISSING', 'on MISSING'],
    ],
  ])('with %s does not count and says why', (_what, change, expected) => {
    expect(codes('ratings', { ...good, ...change })).toEqual(expected);
    expect(read('ratings', { ...good, ...change }).proof).toBeNull();
    const cells = proofCells('ratings', { row: 5, cells: { ...good, ...change } }, { team }, TODAY);
    expect(String(cells['problem'])).toContain('不计入');
  });
});

describe('a visit note', () => {
  const note = { rep: 'Lisa', on: '2026-11-01', note: '给院长做了汇报' };

  test('proposes a tag and counts nothing until a person confirms', () => {
    expect(read('notes', note)).toEqual({ proof: null, problems: [], proposed: '擅长高层对话' });
    expect(read('notes', { ...note, confirmed: 'Yes' }).proof?.marks).toEqual([
      { slot: 'style/擅长高层对话', hits: 4, of: 4 },
    ]);
    expect(read('notes', { ...note, confirmed: '否' }).proof).toBeNull();
  });

  test('counts for the tag that was typed rather than the one proposed', () => {
    expect(read('notes', { ...note, tag: 'CRM', confirmed: '是' }).proof?.marks[0]?.slot).toBe('tools/CRM');
  });

  test('that is confirmed without any tag to confirm names what is missing', () => {
    expect(codes('notes', { ...note, note: '天气不错', confirmed: '是' })).toEqual(['tag MISSING']);
  });
});

test.each([
  ['客户很信任他，聊得来', '亲和力强'],
  ['Went through the specification in depth', '技术型'],
  ['nice deck and slides', 'PPT'],
  ['came aboard', null],
  ['', null],
])('%s speaks for %s', (text, tag) => {
  expect(proposeTag(text)).toBe(tag);
});
