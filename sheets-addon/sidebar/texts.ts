/** Everything the sidebar page says by itself, in both languages by type. */
import type { Language, Light } from '../src/wire.ts';
import type { LastEvent } from '../src/sidebar-state.ts';

export interface HelpTopic {
  readonly title: string;
  readonly text: string;
}

export interface SidebarTexts {
  readonly loading: string;
  readonly failed: string;
  readonly status: string;
  readonly refresh: string;
  readonly checkNow: string;
  readonly nothingToShow: string;
  readonly receipt: string;
  readonly light: Readonly<Record<Light, string>>;
  readonly last: string;
  readonly nothingYet: string;
  readonly lastKind: Readonly<Record<LastEvent['kind'], string>>;
  readonly arrived: string;
  readonly notArrived: string;
  readonly missed: (count: number, since: string) => string;
  readonly missedNext: string;
  readonly connection: string;
  readonly notSetUp: string;
  readonly setUpBy: (email: string, since: string) => string;
  readonly triggersMissing: string;
  readonly endpoint: string;
  readonly boardLanguage: string;
  readonly audience: string;
  readonly save: string;
  readonly setUp: string;
  readonly setUpAgain: string;
  readonly takeOver: string;
  readonly takeOverExplained: (email: string) => string;
  readonly takeOverSure: string;
  readonly cancel: string;
  readonly help: string;
  readonly topics: readonly HelpTopic[];
}

const english: SidebarTexts = {
  loading: 'Loading …',
  failed: 'That did not work:',
  status: 'Status',
  refresh: 'Refresh',
  checkNow: 'Check this board now',
  receipt: 'Receipt in full',
  nothingToShow: 'There is nothing to report.',
  light: { green: 'in good order', yellow: 'needs attention', red: 'urgent' },
  last: 'What last happened',
  nothingYet: 'No edit has been reported in the last six hours.',
  lastKind: { edit: 'Edit', change: 'Rows, columns or sheets changed', check: 'Check', setUp: 'Set-up' },
  arrived: 'answered',
  notArrived: 'not answered',
  missed: (count, since) =>
    `${count} ${count === 1 ? 'change has' : 'changes have'} not reached Peineng${since === '' ? '' : ` since ${since}`}.`,
  missedNext: 'Nothing is lost: the next edit that gets through, or “Check this board now”, makes up for it.',
  connection: 'Connection',
  notSetUp:
    'This board is not set up yet. Enter the address that whoever deployed Peineng gave you, then set up.',
  setUpBy: (email, since) => `Set up by ${email}${since === '' ? '' : ` on ${since}`}.`,
  triggersMissing: 'The edit triggers are not installed. Set up again to put them back.',
  endpoint: 'Address of the Peineng functions',
  boardLanguage: 'Language of the board',
  audience: 'For whoever deploys the functions: accept the audience',
  save: 'Save',
  setUp: 'Set up this board',
  setUpAgain: 'Set up again',
  takeOver: 'Take over …',
  takeOverExplained: (email) =>
    `Only if ${email} no longer looks after this board: edits will then run under your account.`,
  takeOverSure: 'Take over this board',
  cancel: 'Cancel',
  help: 'Help',
  topics: [
    {
      title: 'What do the colours mean?',
      text: '🟢 all well, 🟡 worth a look soon, 🔴 act today: a deal without progress for too long, or a person with too much to do.',
    },
    {
      title: 'What may I type where?',
      text: 'Everything about the deal is yours. The light, task type, load, suggested owner and reason belong to Peineng and are protected.',
    },
    {
      title: 'What does Peineng do with an edit?',
      text: 'It is told which cells changed, reads those rows and writes its suggestion into the row. It never overwrites what you typed.',
    },
    {
      title: 'A row has a note on a cell',
      text: 'The value was not understood. The note says what would be accepted; until then the last good value counts.',
    },
    {
      title: 'Nothing happens after an edit',
      text: 'Look at “What last happened” above, then press “Check this board now”. Phones cannot show this panel; an edit made there is found at the next check at the latest.',
    },
  ],
};

const chinese: SidebarTexts = {
  loading: '加载中……',
  failed: '操作未成功:',
  status: '状态',
  refresh: '刷新',
  checkNow: '立即检查此看板',
  receipt: '全部依据',
  nothingToShow: '没有需要报告的内容。',
  light: { green: '正常', yellow: '需要关注', red: '紧急' },
  last: '最近动态',
  nothingYet: '最近六小时内没有上报过编辑。',
  lastKind: { edit: '编辑', change: '行、列或工作表变动', check: '检查', setUp: '设置' },
  arrived: '已处理',
  notArrived: '未得到回应',
  missed: (count, since) => `${since === '' ? '' : `自 ${since} 起,`}有 ${count} 次变动没有送达配能。`,
  missedNext: '不会丢失:下一次送达的编辑,或点击“立即检查此看板”,都会补上。',
  connection: '连接',
  notSetUp: '此看板尚未设置。请填写部署配能的同事给您的网址,然后点击设置。',
  setUpBy: (email, since) => `由 ${email} ${since === '' ? '' : `于 ${since} `}设置。`,
  triggersMissing: '编辑触发器未安装。请重新设置以恢复。',
  endpoint: '配能云函数的网址',
  boardLanguage: '看板语言',
  audience: '供部署云函数的同事使用:须接受的受众(audience)为',
  save: '保存',
  setUp: '设置此看板',
  setUpAgain: '重新设置',
  takeOver: '接管……',
  takeOverExplained: (email) => `仅当 ${email} 不再负责此看板时才接管:之后的编辑将以您的账号运行。`,
  takeOverSure: '接管此看板',
  cancel: '取消',
  help: '帮助',
  topics: [
    {
      title: '颜色代表什么?',
      text: '🟢 一切正常;🟡 近期需要看一看;🔴 今天就要处理:项目太久没有进展,或某人手上太满。',
    },
    {
      title: '哪些地方可以填写?',
      text: '项目本身的内容都由您填写。灯色、任务类型、负载、建议负责人和理由由配能维护,已加保护。',
    },
    {
      title: '编辑之后配能做什么?',
      text: '它得知哪些单元格有变动,读取这些行,并把建议写回该行。它绝不会覆盖您填写的内容。',
    },
    {
      title: '单元格上出现了备注',
      text: '说明该值无法识别。备注会告诉您可以填什么;在此之前,以最近一次有效的值为准。',
    },
    {
      title: '编辑后没有反应',
      text: '请先看上面的“最近动态”,再点击“立即检查此看板”。手机上看不到此面板;在手机上的编辑最迟会在下一次检查时被发现。',
    },
  ],
};

const CATALOG: Readonly<Record<Language, SidebarTexts>> = { en: english, 'zh-CN': chinese };

/** The page's texts in one language. */
export function sidebarTexts(language: Language): SidebarTexts {
  return CATALOG[language];
}
