import type { Language } from '../domain/rep.ts';

/** What the functions answer to the add-on: shown in its sidebar and as notices. */
interface AnswerWords {
  readonly done: (changes: number) => string;
  readonly nothing: string;
  readonly kept: string;
  readonly setUp: (tabs: number) => string;
  readonly setUpBefore: string;
  readonly checked: (changes: number) => string;
  readonly error: Readonly<Record<AnswerError, string>>;
  readonly status: {
    readonly rules: string;
    readonly rulesVersion: (version: number) => string;
    readonly rulesProblems: (count: number) => string;
    readonly team: string;
    readonly people: (active: number, paused: number, away: number) => string;
    readonly open: string;
    readonly suggestions: string;
    readonly because: (reason: string) => string;
    readonly waiting: string;
    readonly badRows: string;
    readonly none: string;
    readonly count: (count: number) => string;
  };
}

export type AnswerError =
  | 'NOT_SIGNED_IN'
  | 'NOT_ALLOWED'
  | 'BAD_REQUEST'
  | 'UNKNOWN_BOARD'
  | 'INSTALLED_BY_ANOTHER'
  | 'TAB_MISSING'
  | 'NO_ACCESS'
  | 'UNAVAILABLE'
  | 'INTERNAL';

const zh: AnswerWords = {
  done: (changes) => `已处理，${changes} 处变化。`,
  nothing: '没有变化。',
  kept: '已记下；表格暂时写不进去，稍后自动补上。',
  setUp: (tabs) => `看板准备好了，新建了 ${tabs} 个页签。`,
  setUpBefore: '看板已经是好的，没有需要新建的页签。',
  checked: (changes) => (changes === 0 ? '检查完毕，一切正常。' : `检查完毕，处理了 ${changes} 批变化。`),
  error: {
    NOT_SIGNED_IN: '身份校验没有通过，请重新打开表格再试。',
    NOT_ALLOWED: '这个账号没有权限，请找部署配能的管理员。',
    BAD_REQUEST: '请求内容不对，可能是插件版本太旧。',
    UNKNOWN_BOARD: '这张表还没有设置，请先点“设置”。',
    INSTALLED_BY_ANOTHER: '这张表已由另一位同事安装，请让那位同事操作。',
    TAB_MISSING: '有页签或表头不见了，请重新运行“设置”恢复。',
    NO_ACCESS: '配能的服务账号没有这张表的编辑权限，请先共享给它。',
    UNAVAILABLE: '服务暂时不可用，稍后会自动重试。',
    INTERNAL: '出错了，已记录下来。你的内容没有丢。',
  },
  status: {
    rules: '规则',
    rulesVersion: (version) => `版本 ${version}`,
    rulesProblems: (count) => `规则页有 ${count} 个问题，上一版继续有效`,
    team: '团队',
    people: (active, paused, away) => `${active} 人可接任务，${paused} 人暂停，${away} 人不在岗`,
    open: '进行中的任务',
    suggestions: '待答复的建议',
    because: (reason) => `主要因为：${reason}`,
    waiting: '排队的任务',
    badRows: '看不懂的行',
    none: '没有',
    count: (count) => `${count} 个`,
  },
};

const en: AnswerWords = {
  done: (changes) => `Done: ${changes} ${changes === 1 ? 'change' : 'changes'}.`,
  nothing: 'Nothing changed.',
  kept: 'Noted; the sheet cannot be written right now and follows by itself.',
  setUp: (tabs) => `The board is ready, ${tabs} ${tabs === 1 ? 'tab was' : 'tabs were'} created.`,
  setUpBefore: 'The board was fine already; no tab had to be created.',
  checked: (changes) =>
    changes === 0
      ? 'Checked: all is well.'
      : `Checked: ${changes} ${changes === 1 ? 'batch' : 'batches'} of changes taken in.`,
  error: {
    NOT_SIGNED_IN: 'Your identity could not be verified; please open the sheet again.',
    NOT_ALLOWED: 'This account is not allowed; please ask whoever deployed Peineng.',
    BAD_REQUEST: 'The request was not understood; the add-on may be out of date.',
    UNKNOWN_BOARD: 'This sheet is not set up yet; please choose "Set up" first.',
    INSTALLED_BY_ANOTHER: 'Somebody else installed Peineng on this sheet; please ask them.',
    TAB_MISSING: 'A tab or its header row is missing; please run "Set up" again to restore it.',
    NO_ACCESS: 'The service account of Peineng may not edit this sheet; please share it first.',
    UNAVAILABLE: 'The service is not available right now; it is tried again by itself.',
    INTERNAL: 'Something went wrong and was logged. Nothing you typed is lost.',
  },
  status: {
    rules: 'Rules',
    rulesVersion: (version) => `version ${version}`,
    rulesProblems: (count) =>
      `${count} ${count === 1 ? 'problem' : 'problems'} on the Rules tab; the last good rules stay in force`,
    team: 'Team',
    people: (active, paused, away) => `${active} can take work, ${paused} paused, ${away} away`,
    open: 'Open tasks',
    suggestions: 'Unanswered suggestions',
    because: (reason) => `mainly: ${reason}`,
    waiting: 'Waiting tasks',
    badRows: 'Rows not understood',
    none: 'none',
    count: (count) => String(count),
  },
};

const CATALOGS: Readonly<Record<Language, AnswerWords>> = { 'zh-CN': zh, en };
export const answerWords = (language: Language): AnswerWords => CATALOGS[language];
