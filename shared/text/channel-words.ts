import type { Language } from '../domain/rep.ts';
import type { ChannelService } from '../ports/channel.ts';

/** Words of chat messages beside those of mails. */
export interface ChannelWords {
  readonly title: (count: number) => string;
  /** Follows a line that names the first of several. */
  readonly others: (count: number) => string;
  /** In place of lines for which a service has no room. */
  readonly cut: (count: number) => string;
  readonly open: string;
  /** The chat as a recipient that was not reached. */
  readonly services: Readonly<Record<ChannelService, string>>;
}

const WORDS: Readonly<Record<Language, ChannelWords>> = {
  'zh-CN': {
    title: (count) => `配能提醒：${count} 件事`,
    others: (count) => `（还有 ${count} 个）`,
    cut: (count) => `……还有 ${count} 件，见看板`,
    open: '打开看板',
    services: {
      slack: 'Slack 群',
      wecom: '企业微信群',
      dingtalk: '钉钉群',
      feishu: '飞书群',
    },
  },
  en: {
    title: (count) => (count === 1 ? 'Peineng: one thing to look at' : `Peineng: ${count} things to look at`),
    others: (count) => ` (and ${count} more)`,
    cut: (count) => `… and ${count} more on the board`,
    open: 'Open the board',
    services: {
      slack: 'Slack channel',
      wecom: 'WeCom group',
      dingtalk: 'DingTalk group',
      feishu: 'Feishu group',
    },
  },
};

export const channelWords = (language: Language): ChannelWords => WORDS[language];
