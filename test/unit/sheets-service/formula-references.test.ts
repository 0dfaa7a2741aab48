import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../local/sheets-service/formula/parse-formula.ts';
import {
  moveRelative,
  renameInFormula,
  shiftReferences,
} from '../../../local/sheets-service/formula/rewrite-references.ts';
import { deleteShift, insertShift } from '../../../local/sheets-service/model/shift-spans.ts';

describe('a copied formula', () => {
  it.each([
    ['=A1+$B$2', '=C4+$B$2'],
    ['=$A1&B$1', '=$A4&D$1'],
    ['=SUM(A:A,2:3)', '=SUM(C:C,5:6)'],
    ["='My Sheet'!A1:B2", "='My Sheet'!C4:D5"],
    ['=LOG10(A1)&"A1"', '=LOG10(C4)&"A1"'],
    ['=A1name+B1', '=A1name+D4'],
  ])('%s becomes %s two columns right and three rows down', (formula, moved) => {
    expect(moveRelative(formula, 3, 2)).toBe(moved);
  });

  it('loses references that leave the grid', () => {
    expect(moveRelative('=A1+B2', -1, -1)).toBe('=#REF!+A1');
  });

  it('comes back when it is moved back', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (rows, columns) => {
        const formula = "=SUM(B2:$C3)*Data!D4-IF($E$5>1,'x y'!F:F,7)";
        expect(moveRelative(moveRelative(formula, rows, columns), -rows, -columns)).toBe(formula);
      }),
    );
  });
});

describe('references', () => {
  const own = () => true;

  it.each([
    ['=A5', '=A7'],
    ['=$A$5', '=$A$7'],
    ['=A2:A5', '=A2:A7'],
    ['=A1', '=A1'],
    ['=A:A', '=A:A'],
    ['=3:5', '=3:7'],
  ])('in %s follow two rows inserted before the fourth: %s', (formula, shifted) => {
    expect(shiftReferences(formula, own, 'ROWS', insertShift(3, 2))).toBe(shifted);
  });

  it('to deleted rows are #REF!, ranges around them shrink', () => {
    expect(shiftReferences('=A2+SUM(A1:A4)', own, 'ROWS', deleteShift(1, 1))).toBe('=#REF!+SUM(A1:A3)');
  });

  it('to other sheets stay', () => {
    const pointsHere = ({ sheetTitle }: { sheetTitle?: string }) => sheetTitle === 'Here';
    expect(shiftReferences('=A5+Here!A5+There!A5', pointsHere, 'ROWS', insertShift(0, 1))).toBe(
      '=A5+Here!A6+There!A5',
    );
  });

  it('take the new title of a renamed sheet', () => {
    expect(renameInFormula("=old!A1+'Old'!B2+Other!C3", 'Old', "'New one'", 'New one')).toBe(
      "='New one'!A1+'New one'!B2+Other!C3",
    );
  });
});

describe('a formula', () => {
  it.each(['=', '=1+', '=(1', '=SUM(1', '={1', '=1 2', '=@', '="open', '=)', '=,'])(
    '%s cannot be read',
    (formula) => {
      expect(parseFormula(formula)).toBeUndefined();
    },
  );

  it('binds tighter for signs than for powers, as spreadsheets do', () => {
    expect(parseFormula('=-2^2')).toMatchObject({ kind: 'binary', operator: '^', left: { kind: 'unary' } });
  });
});
