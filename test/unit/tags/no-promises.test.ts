import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = new URL('../../../', import.meta.url).pathname;

/** Words of a ranking by raw win rate, or of a promised uplift, in either language. */
const PROMISES: readonly RegExp[] = [
  /win[- ]?rate (ranking|leader ?board|league)/i,
  /(rank(ed|ing|s)?|sort(ed)?|top reps?) by (raw )?win[- ]?rate/i,
  /(more|higher|better) win[- ]?rates?/i,
  /wins? more (deals|often)/i,
  /(increase|boost|raise|improve|lift)s? (your |the |team )?(win|revenue|sales)/i,
  /win[- ]?rate uplift|uplift of \d/i,
  /胜率排(名|行)|赢单率排(名|行)|成交率排(名|行)/,
  /(提高|提升|增加)(团队)?(胜率|赢单率|成交率|业绩|销售额)/,
  /赢得更多|更容易赢单/,
];

const filesUnder = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Catalogs and pages that people read, and the documents. */
const texts = [
  ...filesUnder('shared/text', /\.ts$/),
  ...filesUnder('local', /(words|page|texts)[^/]*\.ts$|web\/text\/.*\.ts$/),
  ...filesUnder('local/web/text', /\.ts$/),
  ...filesUnder('sheets-addon', /texts\.ts$/),
  ...filesUnder('docs', /\.md$/),
];

/** Sentences that deny a promise use its words: "nothing here claims that another owner would win more". */
const DENIAL = /\b(no|nor|not|never|nobody|nothing|without|cannot)\b|不|绝不|没有/i;

const promisesIn = (text: string): readonly string[] =>
  text
    .split(/(?<=[.。!！?？:：])\s|\n\n/)
    .filter((sentence) => PROMISES.some((one) => one.test(sentence)) && !DENIAL.test(sentence));

test('the search sees the catalogs, the pages and the documents', () => {
  expect(texts.length).toBeGreaterThan(25);
  expect(texts.some((path) => path.endsWith('mail-words.ts'))).toBe(true);
  expect(texts.some((path) => path.endsWith('tags.md'))).toBe(true);
});

test.each([
  'Reps ranked by win rate',
  'Peineng will boost win rates',
  'These reps win more often',
  '按赢单率排名',
  '使用后提升团队业绩',
])('the search finds a promise: %s', (text) => {
  expect(promisesIn(text)).toEqual([text]);
});

test('a sentence that refuses to promise is no promise', () => {
  expect(promisesIn('Nobody is ranked by win rate.')).toEqual([]);
});

test('no screen, mail or document ranks reps by win rate or promises more wins', () => {
  const found = texts.flatMap((path) =>
    promisesIn(readFileSync(path, 'utf8')).map(
      (sentence) => `${path.slice(ROOT.length)}: ${sentence.trim()}`,
    ),
  );
  expect(found).toEqual([]);
});
