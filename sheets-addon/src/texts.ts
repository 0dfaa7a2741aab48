/** What menu, notices and sidebar answers say. Both languages by type: a missing text does not compile. */
import { languageOf } from './language.ts';
import type { Language } from './wire.ts';

export interface Texts {
  readonly menuSetUp: string;
  readonly menuStatus: string;
  readonly menuHelp: string;
  readonly menuCheck: string;
  readonly sidebarTitle: string;
  readonly setUpDone: string;
  readonly checkDone: string;
  readonly saved: string;
  readonly noEndpoint: string;
  readonly endpointProblem: {
    readonly EMPTY: string;
    readonly NOT_A_URL: string;
    readonly NOT_HTTPS: string;
    readonly HAS_EXTRAS: string;
  };
  readonly owned: (email: string, since: string) => string;
  readonly ownedSettings: (email: string) => string;
  readonly noAccount: string;
  readonly busy: string;
  readonly refused: (reason: string) => string;
  readonly unreachable: (detail: string) => string;
}

const english: Texts = {
  menuSetUp: 'Set up',
  menuStatus: 'Status',
  menuHelp: 'Help',
  menuCheck: 'Check this board now',
  sidebarTitle: '配能 Peineng',
  setUpDone: 'This board is set up. Edits are now answered.',
  checkDone: 'The whole board was checked.',
  saved: 'Saved.',
  noEndpoint: 'First enter the address of your Peineng functions in the sidebar, under Connection.',
  endpointProblem: {
    EMPTY: 'Enter the address of your Peineng functions, for example https://peineng-abc123.a.run.app',
    NOT_A_URL: 'This is not a web address. It should look like https://peineng-abc123.a.run.app',
    NOT_HTTPS: 'The address must begin with https:// because your identity is sent to it.',
    HAS_EXTRAS: 'Leave out user names, ? and #. It should look like https://peineng-abc123.a.run.app',
  },
  owned: (email, since) =>
    `${email} already set up this board${since === '' ? '' : ` on ${since}`}. One account is enough: a second one would report every edit twice. If that person no longer looks after the board, take it over in the sidebar.`,
  ownedSettings: (email) =>
    `Only ${email}, who set up this board, can change its connection. Take the board over first.`,
  noAccount: 'Google did not say which account you are using. Open the board while signed in and try again.',
  busy: 'Somebody is setting up this board at this moment. Try again in a minute.',
  refused: (reason) => `Peineng refused: ${reason}`,
  unreachable: (detail) =>
    `The Peineng functions did not answer (${detail}). Check the address under Connection and whether they are running.`,
};

const chinese: Texts = {
  menuSetUp: '设置',
  menuStatus: '状态',
  menuHelp: '帮助',
  menuCheck: '立即检查此看板',
  sidebarTitle: '配能 Peineng',
  setUpDone: '看板已设置完成,之后的编辑都会得到回应。',
  checkDone: '整个看板已检查完毕。',
  saved: '已保存。',
  noEndpoint: '请先在侧边栏的“连接”中填写配能云函数的网址。',
  endpointProblem: {
    EMPTY: '请填写配能云函数的网址,例如 https://peineng-abc123.a.run.app',
    NOT_A_URL: '这不是网址。正确的样子:https://peineng-abc123.a.run.app',
    NOT_HTTPS: '网址必须以 https:// 开头,因为您的身份凭证会发送到那里。',
    HAS_EXTRAS: '请去掉用户名、? 和 #。正确的样子:https://peineng-abc123.a.run.app',
  },
  owned: (email, since) =>
    `${email} 已${since === '' ? '' : `于 ${since} `}设置过此看板。一个账号就够了:再装一个会让每次编辑上报两遍。如果对方不再负责此看板,请在侧边栏中接管。`,
  ownedSettings: (email) => `只有设置此看板的 ${email} 可以更改连接。请先接管看板。`,
  noAccount: 'Google 没有告知您正在使用哪个账号。请登录后打开看板再试。',
  busy: '有人正在设置此看板,请一分钟后再试。',
  refused: (reason) => `配能拒绝了请求:${reason}`,
  unreachable: (detail) => `配能云函数没有回应(${detail})。请检查“连接”中的网址以及函数是否在运行。`,
};

const CATALOG: Readonly<Record<Language, Texts>> = { en: english, 'zh-CN': chinese };

/** The texts in one language. */
export function textsIn(language: Language): Texts {
  return CATALOG[language];
}

/** Language of the person this execution serves. */
export function personLanguage(): Language {
  return languageOf(Session.getActiveUserLocale());
}

/** The texts for the person this execution serves. */
export function personTexts(): Texts {
  return textsIn(personLanguage());
}
