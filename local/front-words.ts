import type { Language } from '../shared/domain/rep.ts';

interface FrontWords {
  readonly lead: string;
  readonly cards: readonly { readonly href: string; readonly title: string; readonly text: string }[];
  readonly phone: string;
  readonly phoneText: string;
  readonly lately: string;
  readonly nothingYet: string;
  readonly google: string;
  readonly googleSteps: readonly string[];
}

const zh: FrontWords = {
  lead: '让合适的人，在合适的时间，做合适的事。这里的一切都在本机运行，不需要账号。',
  cards: [
    { href: '/board', title: '看板', text: '团队的任务表：改一格，看建议、灯色和留痕' },
    { href: '/inbox', title: '邮箱', text: '主管和销售会收到的邮件，都在这里' },
    { href: '/inbox/chat', title: '群消息', text: '在规则页选了群消息后，发到群里的提醒' },
  ],
  phone: '手机页面',
  phoneText:
    '每个人邮件里的签名链接会打开自己的页面：我的任务、建议、交接、报告。这里直接给出链接，方便试用。',
  lately: '最近发生的事',
  nothingYet: '还没有。去看板里改一格试试。',
  google: '接到真正的 Google 表格',
  googleSteps: [
    '按 docs/deploy.md 把函数部署到一个 Google Cloud 项目（有试运行，不会先改动任何东西）。',
    '按 docs/addon.md 把插件装进你的表格，填上函数地址。',
    '在插件菜单里点“设置”：页签、下拉、灯色和触发器一次建好。',
  ],
};

const en: FrontWords = {
  lead: 'The right person on the right deal at the right time. Everything here runs on this machine, without an account.',
  cards: [
    {
      href: '/board',
      title: 'Board',
      text: "The team's tasks: change a cell and watch suggestion, light and audit row",
    },
    { href: '/inbox', title: 'Inbox', text: 'Every mail that supervisors and reps would get' },
    {
      href: '/inbox/chat',
      title: 'Chat',
      text: 'Alerts for the chat channel, once the Rules tab names one',
    },
  ],
  phone: 'Phone pages',
  phoneText:
    'The signed link in a mail opens its reader’s own page: tasks, suggestions, handovers, report. Here are the links, to try them.',
  lately: 'What happened lately',
  nothingYet: 'Nothing yet. Change a cell on the board.',
  google: 'Connect a real Google Sheet',
  googleSteps: [
    'Deploy the functions to a Google Cloud project as docs/deploy.md says (it has a dry run that changes nothing).',
    'Put the add-on into your sheet as docs/addon.md says, and give it the address of the functions.',
    'Choose "Set up" in its menu: tabs, dropdowns, colours and triggers are made in one go.',
  ],
};

const CATALOGS: Readonly<Record<Language, FrontWords>> = { 'zh-CN': zh, en };
export const frontWords = (language: Language): FrontWords => CATALOGS[language];
