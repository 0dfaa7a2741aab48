import type { MailGroup, MailPace } from '../domain/mail-choice.ts';
import type { Language } from '../domain/rep.ts';

interface Choice {
  readonly label: string;
  readonly meaning: string;
}

/** The page where people choose what mail they get, and the one that ends reports. */
export interface MailPageWords {
  readonly title: string;
  readonly intro: string;
  readonly pace: string;
  readonly paces: Readonly<Record<MailPace, Choice>>;
  readonly groups: string;
  readonly group: Readonly<Record<MailGroup, Choice>>;
  readonly save: string;
  readonly board: string;
  readonly settings: string;
  readonly stop: {
    readonly title: string;
    readonly ask: (name: string) => string;
    readonly button: string;
    readonly done: string;
    readonly doneText: string;
    readonly back: string;
  };
}

const zh: MailPageWords = {
  title: '我的邮件',
  intro: '选好后点“保存”。主管在团队页也能看到这里的选择。',
  pace: '多久一封',
  paces: {
    atOnce: { label: '随时', meaning: '有事就发；两封之间的间隔和免打扰时段里的先攒着' },
    daily: { label: '每天一封', meaning: '攒成一封，免打扰结束时发' },
  },
  groups: '想收到哪些',
  group: {
    alerts: { label: '提醒', meaning: '超载、停滞、客户升级、无人可接' },
    asks: { label: '等我答复的', meaning: '建议、交接' },
    report: { label: '周报', meaning: '我的任务健康报告；主管还有团队汇总' },
  },
  save: '保存',
  board: '一个都不选，就不再收到邮件；等你答复的事仍在看板和这里。',
  settings: '邮件设置',
  stop: {
    title: '不再收周报？',
    ask: (name) => `${name}，点下面的按钮，就不再收到周报。其他邮件照旧。`,
    button: '不再收周报',
    done: '已停发周报',
    doneText: '以后不再给你发周报。想再收到，可在任何一封邮件底部的“邮件设置”里打开，或请主管在团队页修改。',
    back: '没有改动任何东西，直接关掉这一页就好。',
  },
};

const en: MailPageWords = {
  title: 'My mail',
  intro: 'Choose, then save. Your supervisor sees the choice on the Team tab.',
  pace: 'How often',
  paces: {
    atOnce: {
      label: 'At once',
      meaning: 'as things happen; what comes soon after a mail or in quiet hours waits',
    },
    daily: { label: 'Once a day', meaning: 'collected into one mail when quiet hours end' },
  },
  groups: 'What about',
  group: {
    alerts: { label: 'Alerts', meaning: 'overload, stale deals, upgraded customers, nobody free' },
    asks: { label: 'What waits for my answer', meaning: 'suggestions, handovers' },
    report: { label: 'Weekly report', meaning: 'my task health report; for supervisors the team digest too' },
  },
  save: 'Save',
  board: 'With nothing chosen you get no mail; what waits for your answer is still on the board and here.',
  settings: 'Mail settings',
  stop: {
    title: 'No more weekly reports?',
    ask: (name) => `${name}, press the button to get no more weekly reports. Other mail stays as it is.`,
    button: 'Stop the reports',
    done: 'Reports stopped',
    doneText:
      'You will get no more weekly reports. To get them again, open "Mail settings" at the foot of any mail, or ask your supervisor to change it on the Team tab.',
    back: 'Nothing has been changed yet; to keep the reports just close this page.',
  },
};

const CATALOGS: Readonly<Record<Language, MailPageWords>> = { 'zh-CN': zh, en };
export const mailPageWords = (language: Language): MailPageWords => CATALOGS[language];
