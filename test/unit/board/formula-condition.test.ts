import { describe, expect, it } from 'vitest';
import { compileFormula, truthOf, type Value } from '../../../local/web/book/formula-condition.ts';

const cells: Readonly<Record<string, Value>> = {
  '1:1': '🔴',
  '1:6': 12_000,
  '2:1': '🟢',
  '2:6': 500,
  '1:3': 'High',
};
const scope = {
  value: (row: number, column: number) => cells[`${row}:${column}`] ?? null,
  today: () => 46_000,
};
const holds = (formula: string, rows = 0, columns = 0): boolean | undefined => {
  const compiled = compileFormula(formula);
  return compiled && truthOf(compiled(scope, rows, columns));
};

describe('formulas of conditional colours', () => {
  it.each([
    ['=$B2="🔴"', true],
    ['=$B2="🟢"', false],
    ['=AND($B2="🔴",$G2>10000)', true],
    ['=OR($G2<10,NOT($B2="🔴"))', false],
    ['=$G2>=6000*2', true],
    ['=$D2="high"', true],
    ['=ISBLANK($C2)', true],
    ['=$C2=""', true],
    ['=$C2=0', true],
    ['=LEN($D2)=4', true],
    ['=LEFT($D2,2)&"x"="hix"', true],
    ['=TODAY()-$G2>30000', true],
    ['=$G2<>12000', false],
    ['="a""b"="A""B"', true],
  ])('%s is %s', (formula, expected) => {
    expect(holds(formula)).toBe(expected);
  });

  it('relative rows follow the cell, fixed columns do not move', () => {
    expect(holds('=$B2="🟢"', 1, 7)).toBe(true);
    expect(holds('=B2="🟢"', 1, 7)).toBe(false);
    expect(holds('=$B$2="🔴"', 1, 7)).toBe(true);
  });

  it.each(['=COUNTIF(A:A,B2)>1', '=$B2=', '=Tasks!B2=1', '=REGEXMATCH(B2,"x")', '=(1', ''])(
    '%s is left to the engine instead of being guessed',
    (formula) => {
      expect(compileFormula(formula)).toBeUndefined();
    },
  );
});
