import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  contentOfCell,
  contentOfGridCell,
  inputFor,
  sameContent,
} from '../../../local/web/book/cell-content.ts';
import { gridValue } from '../../../local/web/book/grid-cell.ts';
import { cellFromTyping } from '../../support/typed-cell-value.ts';

const text = (value: string) => ({
  userEnteredValue: { stringValue: value },
  effectiveValue: { stringValue: value },
});

describe('what a cell holds', () => {
  it('survives the way into the grid and back, whatever it is', () => {
    const value = fc.oneof(
      fc.string().map(text),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((numberValue) => ({ userEnteredValue: { numberValue } })),
      fc.boolean().map((boolValue) => ({ userEnteredValue: { boolValue } })),
      fc.constant({ userEnteredValue: { formulaValue: '=A1*2' }, effectiveValue: { numberValue: 4 } }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(value, (cell) => {
        expect(sameContent(contentOfGridCell(gridValue(cell), false), contentOfCell(cell))).toBe(true);
      }),
    );
  });

  it('stored text typed back is stored as the same text, also when it looks like a formula or a number', () => {
    const awkward = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('=HYPERLINK("x")', "'quoted", '007', '1e3', ' 12'),
    );
    fc.assert(
      fc.property(awkward, (value) => {
        const input = inputFor(contentOfCell(text(value)));
        // Dates and TRUE are left to the server to read, as when a person types them.
        fc.pre(!/^(true|false)$/i.test(value) && !/^\d{4}-\d{2}-\d{2}$/.test(value));
        expect(cellFromTyping(input).userEnteredValue).toEqual({ stringValue: value });
      }),
    );
  });

  it.each([
    [1, true],
    [0, false],
    ['TRUE', true],
  ])('a checkbox that holds %s in the grid means %s', (v, value) => {
    expect(contentOfGridCell({ v }, true)).toEqual({ kind: 'bool', value });
  });

  it('a 1 typed into an ordinary cell stays a number', () => {
    expect(contentOfGridCell({ v: 1, t: 2 }, false)).toEqual({ kind: 'number', value: 1 });
  });

  it.each([
    [46_300, 'yyyy-mm-dd', '2026-10-05'],
    [46_300.5, 'yyyy-mm-dd hh:mm:ss', '2026-10-05 12:00:00'],
    [0.125, '0.0%', '12.5%'],
    [12_000, '"¥"#,##0', 12_000],
    [7, '[Red]0', 7],
  ])('number %s shown as %s is sent as %s', (value, pattern, input) => {
    expect(inputFor({ kind: 'number', value }, undefined, pattern)).toBe(input);
  });

  it('rich text counts as its plain text, paragraphs as lines', () => {
    const cell = { p: { id: 'd', body: { dataStream: '第一行\r第二行\r\n' }, documentStyle: {} } };
    expect(contentOfGridCell(cell, false)).toEqual({ kind: 'text', value: '第一行\n第二行' });
  });
});
