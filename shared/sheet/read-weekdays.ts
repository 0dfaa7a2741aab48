import type { Weekday } from '../domain/day.ts';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const ENGLISH = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const CHINESE = ['一', '二', '三', '四', '五', '六', '日天'];

/** Every accepted spelling of one weekday: `1`, `mon`, `monday`, `周一`, `星期一`, `礼拜一`, `一`. */
const spellingsOf = (day: Weekday): readonly string[] => {
  const english = ENGLISH[day - 1] ?? '';
  const short = [3, 4, 5].map((length) => english.slice(0, length));
  const chinese = [...(CHINESE[day - 1] ?? '')].flatMap((one) => [
    `周${one}`,
    `星期${one}`,
    `礼拜${one}`,
    one,
  ]);
  return [String(day), english, ...short, ...chinese];
};

/** Longest first, so that `thursday` is not read as `thu` with something behind it. */
const SPELLINGS = WEEKDAYS.flatMap((day) => spellingsOf(day).map((text) => ({ text, day }))).sort(
  (a, b) => b.text.length - a.text.length,
);
const RANGE = /^\s*(?:[-–—~至到]|to\b)\s*/;
const GAP = /^(?:[\s,;、，；.和及&+]+|and\b)+/;

/**
 * Days of the week as people type them, in the order of the week: `Mon-Fri`, `周一至周五`, `1 2 3 4 5`,
 * `Sun to Thu` (over the week's end), `周六、日`. A number may stand for one day. Null for anything else, and for
 * nothing at all. A spreadsheet may turn a typed `1-5` into a date; a date is not guessed at but refused.
 */
export const readWeekdays = (raw: string | number): readonly Weekday[] | null => {
  // A longer number is no list: what a spreadsheet keeps for a date may consist of such digits too.
  if (typeof raw === 'number' && raw > 7) return null;
  let rest = String(raw).normalize('NFKC').trim().toLowerCase();
  const found = new Set<Weekday>();
  while (rest !== '') {
    const item = takeItem(rest);
    if (item === null) return null;
    item.days.forEach((day) => found.add(day));
    rest = item.rest.replace(GAP, '');
  }
  return found.size === 0 ? null : WEEKDAYS.filter((day) => found.has(day));
};

const takeDay = (text: string): { readonly day: Weekday; readonly rest: string } | null => {
  const spelling = SPELLINGS.find((one) => text.startsWith(one.text));
  return spelling === undefined ? null : { day: spelling.day, rest: text.slice(spelling.text.length) };
};

const takeItem = (text: string): { readonly days: readonly Weekday[]; readonly rest: string } | null => {
  const first = takeDay(text);
  if (first === null) return null;
  const range = RANGE.exec(first.rest);
  if (range === null) return { days: [first.day], rest: first.rest };
  const last = takeDay(first.rest.slice(range[0].length));
  if (last === null) return null;
  const length = ((last.day - first.day + 7) % 7) + 1;
  const days = Array.from({ length }, (_, step) => (((first.day - 1 + step) % 7) + 1) as Weekday);
  return { days, rest: last.rest };
};
