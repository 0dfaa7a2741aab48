import type { RuleProblem } from '../contract/policy.ts';
import type { Accepts } from '../contract/settings.ts';
import type { Language } from '../domain/rep.ts';
import type { CellProblem } from '../sheet/cell-problem.ts';
import type { TabKey } from '../sheet/layout.ts';
import { header } from './board-words.ts';
import { settingWords } from './setting-words.ts';
import { spellAll, spellTag, VOCABULARIES, type Vocabulary } from './spellings.ts';

const isVocabulary = (name: string): name is Vocabulary => name in VOCABULARIES;
const choices = (vocabulary: string, language: Language): string =>
  isVocabulary(vocabulary) ? spellAll(vocabulary, language).join(language === 'en' ? ', ' : '、') : '';

const cellZh = (problem: CellProblem['problem']): string => {
  switch (problem.code) {
    case 'NOT_A_CHOICE':
      return `请从这些里选：${choices(problem.vocabulary, 'zh-CN')}`;
    case 'NOT_A_NUMBER':
      return '请填数字，例如 120000 或 12万';
    case 'NEGATIVE':
      return '不能是负数';
    case 'NOT_A_DATE':
      return '请填日期，例如 2026-11-23';
    case 'IN_THE_FUTURE':
      return '进展日期不能晚于今天';
    case 'TOO_LONG':
      return `太长：${problem.length} 个字符，最多 ${problem.max} 个`;
    case 'UNKNOWN_REP':
      return `团队页里没有这个人${problem.nearest === undefined ? '' : `，是不是“${problem.nearest}”？`}`;
    case 'UNKNOWN_TAG':
      return problem.known.length === 0
        ? '这位成员还没有任何标签'
        : `这不是本人的标签；可以填：${problem.known.map((tag) => spellTag(tag, 'zh-CN')).join('、')}`;
    case 'FORMULA_ERROR':
      return '公式出错了，请改成具体内容';
    case 'NOT_AN_EMAIL':
      return '请填邮箱，例如 lisa@example.com';
    case 'MISSING':
      return '这里不能为空';
    case 'NAME_TAKEN':
      return '团队里已有同名成员，请加以区分';
    case 'NOT_AFTER_START':
      return '返岗日须晚于休假开始日';
  }
};

const cellEn = (problem: CellProblem['problem']): string => {
  switch (problem.code) {
    case 'NOT_A_CHOICE':
      return `choose one of: ${choices(problem.vocabulary, 'en')}`;
    case 'NOT_A_NUMBER':
      return 'a number is expected, such as 120000';
    case 'NEGATIVE':
      return 'it must not be negative';
    case 'NOT_A_DATE':
      return 'a date is expected, such as 2026-11-23';
    case 'IN_THE_FUTURE':
      return 'progress cannot lie in the future';
    case 'TOO_LONG':
      return `too long: ${problem.length} characters, at most ${problem.max}`;
    case 'UNKNOWN_REP':
      return `nobody on the Team tab has this name${problem.nearest === undefined ? '' : `; did you mean "${problem.nearest}"?`}`;
    case 'UNKNOWN_TAG':
      return problem.known.length === 0
        ? 'no tag is known of this person yet'
        : `not a tag of this person; accepted: ${problem.known.map((tag) => spellTag(tag, 'en')).join(', ')}`;
    case 'FORMULA_ERROR':
      return 'the formula fails; please type a value';
    case 'NOT_AN_EMAIL':
      return 'an email address is expected, such as lisa@example.com';
    case 'MISSING':
      return 'this must not be empty';
    case 'NAME_TAKEN':
      return 'somebody on the team already has this name; please tell them apart';
    case 'NOT_AFTER_START':
      return 'the first day back must come after the first day of the leave';
  }
};

/** What stands in a bad cell, and what would be accepted. */
export const cellProblemText = (problem: CellProblem, tab: TabKey, language: Language): string => {
  const name = header(tab, problem.column, language);
  return language === 'en'
    ? `${name} "${problem.given}" – ${cellEn(problem.problem)}.`
    : `${name}“${problem.given}”——${cellZh(problem.problem)}。`;
};

/** The note on a bad cell: what stands there, what would be accepted, and that nothing was lost. */
export const cellNote = (problem: CellProblem, tab: 'tasks' | 'team', language: Language): string => {
  const text = cellProblemText(problem, tab, language);
  return language === 'en'
    ? `Peineng: ${text} Until then the row's last good state stays in force.`
    : `配能：${text}改好之前，这一行按上一次正确的内容处理。`;
};

/** The same for a row of proof: it has no last good state, it does not count. */
export const proofNote = (problem: CellProblem, tab: TabKey, language: Language): string => {
  const text = cellProblemText(problem, tab, language);
  return language === 'en' ? `${text} The row does not count until then.` : `${text}改好之前，这一行不计入。`;
};

const acceptsText = (accepts: Accepts, language: Language): string => {
  const zh = language !== 'en';
  switch (accepts.kind) {
    case 'number':
      return zh
        ? `${accepts.min} 到 ${accepts.max} 之间的${accepts.whole ? '整数' : '数字'}`
        : `a ${accepts.whole ? 'whole ' : ''}number from ${accepts.min} to ${accepts.max}`;
    case 'choice':
      return accepts.choices.join(zh ? ' 或 ' : ' or ');
    case 'days':
      return zh
        ? '用空格分开的日期，例如 2026-10-01 2026-10-02'
        : 'dates with spaces between, such as 2026-10-01 2026-10-02';
    case 'weekdays':
      return zh
        ? '一周中的几天，例如 周一至周五、1 2 3 4 5（1 是周一）'
        : 'days of the week, such as Mon-Fri or 1 2 3 4 5 (1 is Monday)';
    case 'weekday':
      return zh
        ? '一周中的一天，例如 周一 或 1（1 是周一）'
        : 'one day of the week, such as Monday or 1 (1 is Monday)';
    case 'time':
      return zh
        ? '00:00 到 23:59 之间的时刻，例如 8:30、20:00、8点半'
        : 'a time from 00:00 to 23:59, such as 8:30, 20:00 or 8:30 pm';
    case 'timeZone':
      return zh ? '时区名，例如 Asia/Shanghai' : 'a time zone, such as Europe/Berlin';
    case 'text':
      return zh ? `最多 ${accepts.max} 个字符的文字` : `text of at most ${accepts.max} characters`;
  }
};

/** What stands beside a bad rule. */
export const ruleProblemText = (problem: RuleProblem, language: Language): string => {
  const zh = language !== 'en';
  switch (problem.code) {
    case 'NOT_ACCEPTED':
      return zh
        ? `“${problem.given}”不行，请填${acceptsText(problem.accepts, language)}。上一版规则继续有效。`
        : `"${problem.given}" is not accepted: ${acceptsText(problem.accepts, language)}. The last good rules stay in force.`;
    case 'TWICE':
      return zh ? '这条规则出现了两次，请删掉一行。' : 'This rule stands here twice; please delete one row.';
    case 'UNKNOWN_RULE':
      return zh ? '没有这条规则。' : 'There is no such rule.';
    case 'MUST_NOT_EXCEED':
      return zh
        ? `不能大于“${settingWords(problem.other, language).name}”。`
        : `It must not exceed "${settingWords(problem.other, language).name}".`;
    case 'ALL_WEIGHTS_ZERO':
      return zh ? '至少有一个权重要大于 0。' : 'At least one weight must be above 0.';
  }
};
