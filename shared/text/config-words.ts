import type { Language } from '../domain/rep.ts';

/** What each deploy setting is for and what it accepts. The deploy guide is made from these. */
type Words = Readonly<Record<Language, string>>;
export interface ConfigWords {
  readonly meaning: Words;
  readonly accepts: Words;
}

const LIST_OF_ADDRESSES: Words = {
  'zh-CN': '邮箱地址，多个用逗号分隔',
  en: 'e-mail addresses, separated by commas',
};
const ADDRESS_OF_SERVICE: Words = { 'zh-CN': 'http 或 https 网址', en: 'an http or https address' };
const TEXT: Words = { 'zh-CN': '一段文字', en: 'a text' };

export const CONFIG_WORDS = {
  audiences: {
    meaning: {
      'zh-CN':
        '身份令牌必须写明的接收方：插件的 OAuth 客户端编号、服务自己的网址。缺了它任何令牌都会被接受，因此必填。',
      en: 'Who identity tokens must be meant for: the OAuth client id of the add-on, the address of the service. Without it any token would do, so it is required.',
    },
    accepts: {
      'zh-CN': '不含空格的文字，多个用逗号分隔',
      en: 'texts without spaces, separated by commas',
    },
  },
  invokers: {
    meaning: {
      'zh-CN': '可以调用定时入口的服务账号。',
      en: 'Service accounts that may call the scheduled entries.',
    },
    accepts: LIST_OF_ADDRESSES,
  },
  installers: {
    meaning: {
      'zh-CN': '可以安装看板并发送其编辑的人。',
      en: 'People who may install a board and send its edits.',
    },
    accepts: {
      'zh-CN': '邮箱地址或 @域名，多个用逗号分隔',
      en: 'e-mail addresses or @domains, separated by commas',
    },
  },
  smtpHost: {
    meaning: {
      'zh-CN': '邮件服务器。用 Gmail 发信（GMAIL_FROM）时不填。',
      en: 'Mail server. Not set when mail goes by Gmail (GMAIL_FROM).',
    },
    accepts: { 'zh-CN': '主机名', en: 'a host name' },
  },
  smtpPort: {
    meaning: { 'zh-CN': '邮件服务器端口。', en: 'Port of the mail server.' },
    accepts: { 'zh-CN': '1 到 65535 的整数', en: 'a whole number from 1 to 65535' },
  },
  smtpSecure: {
    meaning: {
      'zh-CN': '是否一连接就用 TLS；否则在服务器支持时用 STARTTLS。默认只在 465 端口为 true。',
      en: 'TLS from the first byte; otherwise STARTTLS where offered. By default true for port 465 alone.',
    },
    accepts: { 'zh-CN': 'true 或 false', en: 'true or false' },
  },
  smtpUser: {
    meaning: { 'zh-CN': '邮件服务器用户名。', en: 'User name at the mail server.' },
    accepts: TEXT,
  },
  smtpPass: { meaning: { 'zh-CN': '邮件服务器密码。', en: 'Password at the mail server.' }, accepts: TEXT },
  smtpFrom: {
    meaning: {
      'zh-CN': '经邮件服务器发信时的发件人。',
      en: 'Sender of all mail that goes by the mail server.',
    },
    accepts: {
      'zh-CN': '邮箱地址，可带名称：配能 <peineng@example.com>',
      en: 'an e-mail address, with or without a name: Peineng <peineng@example.com>',
    },
  },
  gmailFrom: {
    meaning: {
      'zh-CN': '用 Gmail API 代替邮件服务器发信时的发件人：服务账号以这个邮箱的身份发信。',
      en: 'Sender when mail goes by the Gmail API instead of a mail server: the mailbox that the service account acts for.',
    },
    accepts: {
      'zh-CN': '邮箱地址，可带名称：配能 <peineng@example.com>',
      en: 'an e-mail address, with or without a name: Peineng <peineng@example.com>',
    },
  },
  gmailKey: {
    meaning: {
      'zh-CN': '已获全域授权（只需 gmail.send 权限）的服务账号的 JSON 密钥。',
      en: 'JSON key of a service account with domain-wide delegation, for the scope gmail.send alone.',
    },
    accepts: {
      'zh-CN': 'JSON，含 client_email 和 private_key',
      en: 'JSON with client_email and private_key',
    },
  },
  sheetsRootUrl: {
    meaning: {
      'zh-CN': '代替 Google 的 Sheets 兼容服务的网址。',
      en: 'Address of a Sheets-compatible service instead of Google’s.',
    },
    accepts: ADDRESS_OF_SERVICE,
  },
  oidcCertsUrl: {
    meaning: {
      'zh-CN': '令牌签发方证书的网址，默认 Google 的。',
      en: 'Address of the token issuer’s certificates; Google’s by default.',
    },
    accepts: ADDRESS_OF_SERVICE,
  },
  oidcIssuers: {
    meaning: {
      'zh-CN': '接受的令牌签发方，默认 Google 的。',
      en: 'Token issuers to accept; Google’s by default.',
    },
    accepts: { 'zh-CN': '文字，多个用逗号分隔', en: 'texts, separated by commas' },
  },
  firestoreDatabase: {
    meaning: { 'zh-CN': 'Firestore 数据库名。', en: 'Name of the Firestore database.' },
    accepts: {
      'zh-CN': '(default)，或 4 到 63 个小写字母、数字和连字符',
      en: '(default), or 4 to 63 lower-case letters, digits and hyphens',
    },
  },
  linkKey: {
    meaning: {
      'zh-CN': '为手机页面的链接签名。换掉它，所有旧链接立即失效。',
      en: 'Signs the links of the phone pages. Changing it ends every link given out before.',
    },
    accepts: {
      'zh-CN': '至少 43 个不含空格的随机字符，例如 openssl rand -base64 32 的输出',
      en: 'at least 43 random characters without spaces, such as openssl rand -base64 32 prints',
    },
  },
  channels: {
    meaning: {
      'zh-CN':
        '各看板的群机器人地址（连同签名密钥），规则页的 channel.kind 决定是否使用。地址本身就是钥匙，请当密码保管。',
      en: 'Chat webhooks of the boards, with the secret that signs where there is one; channel.kind on the Rules tab decides whether they are used. The address itself is the key: keep it like a password.',
    },
    accepts: {
      'zh-CN':
        'JSON：{"看板编号":{"url":"https://…","secret":"…"}}；只接受 Slack、企业微信、钉钉、飞书（Lark）的 https 地址，secret 仅用于钉钉和飞书',
      en: 'JSON: {"board id":{"url":"https://…","secret":"…"}}; only https addresses of Slack, WeCom, DingTalk and Feishu (Lark), a secret only for DingTalk and Feishu',
    },
  },
  taskQueue: {
    meaning: {
      'zh-CN': '定时任务按团队分发所用的 Cloud Tasks 队列。云端必填，本地不用。',
      en: 'Cloud Tasks queue that starts one run per team. Required in the cloud, not used locally.',
    },
    accepts: {
      'zh-CN': 'projects/项目/locations/地区/queues/队列',
      en: 'projects/PROJECT/locations/LOCATION/queues/QUEUE',
    },
  },
  baseUrl: {
    meaning: {
      'zh-CN': '函数所在的网址，队列按它调用。',
      en: 'Where the functions are; the queue calls them there.',
    },
    accepts: ADDRESS_OF_SERVICE,
  },
} as const satisfies Readonly<Record<string, ConfigWords>>;

export type ConfigOptionName = keyof typeof CONFIG_WORDS;

type OfTwo = (other: string) => string;
interface ConfigProblemWords {
  readonly MISSING: string;
  readonly NOT_ACCEPTED: string;
  readonly NEEDS: OfTwo;
  readonly ONE_OF: OfTwo;
  readonly NOT_BOTH: OfTwo;
}

export const CONFIG_PROBLEM_WORDS: Readonly<Record<Language, ConfigProblemWords>> = {
  'zh-CN': {
    MISSING: '必填，现在没有设置',
    NOT_ACCEPTED: '内容不能接受',
    NEEDS: (other) => `还需要设置 ${other}`,
    ONE_OF: (other) => `或 ${other} 必须设置一个，否则发不出邮件`,
    NOT_BOTH: (other) => `和 ${other} 只能设置一个，否则不知道该用哪个发邮件`,
  },
  en: {
    MISSING: 'is required and not set',
    NOT_ACCEPTED: 'is not acceptable',
    NEEDS: (other) => `needs ${other} too`,
    ONE_OF: (other) => `or ${other} must be set, or no mail can be sent`,
    NOT_BOTH: (other) => `and ${other} must not both be set: it would not be clear how mail is sent`,
  },
};
