import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../../../shared/ports/board.ts';
import { readRepRow } from '../../../../shared/sheet/read-rep-row.ts';
import type { Cells } from '../../../support/board-events.ts';

const read = (cells: Cells) => readRepRow({ row: 2, cells: { name: 'Lisa', ...cells } });
const fieldsOf = (cells: Cells) => {
  const result = read(cells);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('a name alone is a rep: newcomer, active, nothing known yet', () => {
  expect(fieldsOf({})).toEqual({
    name: 'Lisa',
    role: 'rep',
    tier: 'newcomer',
    tierOpen: true,
    availability: 'active',
    tags: { industry: [], style: [], rhythm: [], tools: [] },
  });
});

test.each<[Cells, object]>([
  [{ role: '主管' }, { role: 'supervisor' }],
  [{ role: 'Manager' }, { role: 'supervisor' }],
  [{ tier: '资深' }, { tier: 'senior' }],
  [{ tier: 'junior' }, { tier: 'newcomer' }],
  [
    { availability: '休假', backOn: '2026-12-01' },
    { availability: 'leave', backOn: '2026-12-01' },
  ],
  [{ availability: 'Inactive' }, { availability: 'left' }],
  [{ language: '中文' }, { language: 'zh-CN' }],
  [{ language: 'en' }, { language: 'en' }],
  [{ email: 'lisa@example.com.cn' }, { email: 'lisa@example.com.cn' }],
  [{ supervisor: '张总' }, { supervisor: '张总' }],
])('%j is read as %j', (cells, expected) => {
  expect(fieldsOf(cells)).toMatchObject(expected);
});

describe('tags', () => {
  test.each([
    'IVD,骨科',
    'IVD，骨科',
    'IVD、骨科',
    'IVD;骨科',
    'IVD；骨科',
    'IVD\n骨科',
    ' IVD ,, 骨科,IVD ',
  ])('%j are two industries', (industries) => {
    expect(fieldsOf({ industries }).tags.industry).toEqual(['IVD', '骨科']);
  });

  test('known tags mean the same in both languages', () => {
    const zh = fieldsOf({ styles: '擅长高层对话', rhythm: '长线', tools: 'PPT制作' });
    const en = fieldsOf({ styles: 'Executive dialogue', rhythm: 'long line', tools: 'slides' });
    expect(zh.tags).toEqual(en.tags);
  });
});

test.each<[string, RawCell, object]>([
  ['name', '', { code: 'MISSING' }],
  ['name', '#REF!', { code: 'FORMULA_ERROR' }],
  ['email', 'lisa@example', { code: 'NOT_AN_EMAIL' }],
  ['email', 'a@b.c, d@e.f', { code: 'NOT_AN_EMAIL' }],
  ['email', 'Lisa <lisa@example.com>', { code: 'NOT_AN_EMAIL' }],
  ['role', 'boss', { code: 'NOT_A_CHOICE', vocabulary: 'role' }],
  ['tier', 'guru', { code: 'NOT_A_CHOICE', vocabulary: 'tier' }],
  ['backOn', 'soon', { code: 'NOT_A_DATE' }],
])('%s %j is refused', (column, raw, problem) => {
  expect(read({ [column]: raw })).toEqual({ ok: false, error: [{ column, given: String(raw), problem }] });
});

test('all bad cells of a row are named together', () => {
  const result = read({ name: 'x'.repeat(81), email: 'nobody', tier: 'guru' });
  expect(!result.ok && result.error.map((problem) => problem.column)).toEqual(['name', 'email', 'tier']);
});
