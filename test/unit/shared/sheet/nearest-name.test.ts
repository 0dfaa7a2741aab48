import { expect, test } from 'vitest';
import { nearestName } from '../../../../shared/sheet/nearest-name.ts';

const TEAM = ['Lao Wang', 'Lisa', 'Amy', 'Fang Wang', '老王', '王芳'];

test.each([
  ['Lissa', 'Lisa'],
  ['lsia', 'Lisa'],
  ['ＬＩＳＡ ', 'Lisa'],
  ['Lao  Wong', 'Lao Wang'],
  ['Fang', 'Fang Wang'],
  ['老汪', '老王'],
])('for %s the nearest name is %s', (typed, name) => {
  expect(nearestName(typed, TEAM)).toBe(name);
  expect(nearestName(typed, TEAM.toReversed())).toBe(name);
});

test.each(['Lee', 'Zed', '赵'])('nobody is like %s, so nobody is named', (typed) => {
  expect(nearestName(typed, TEAM)).toBeUndefined();
});

test('a whole story in the cell is like nobody', () => {
  expect(nearestName('长'.repeat(10_000), TEAM)).toBeUndefined();
});
