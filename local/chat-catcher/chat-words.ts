import type { Language } from '../../shared/domain/rep.ts';
import type { ChannelService } from '../../shared/ports/channel.ts';

interface ChatWords {
  readonly title: string;
  readonly brand: string;
  readonly inbox: string;
  readonly empty: string;
  readonly emptyWhen: string;
  readonly open: string;
  readonly otherLanguage: string;
  readonly services: Readonly<Record<ChannelService, string>>;
}

const WORDS: Readonly<Record<Language, ChatWords>> = {
  'zh-CN': {
    title: '群消息',
    brand: '配能',
    inbox: '收件箱',
    empty: '还没有群消息',
    emptyWhen:
      '在“规则”页把“群消息”（channel.kind）设为 slack、wecom、dingtalk 或 feishu，之后的提醒会同时出现在这里。免打扰时段和休息日的消息会攒到之后发送。',
    open: '打开链接',
    otherLanguage: 'English',
    services: { slack: 'Slack', wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' },
  },
  en: {
    title: 'Chat messages',
    brand: 'Peineng',
    inbox: 'Inbox',
    empty: 'No chat messages yet',
    emptyWhen:
      'Set “Chat channel” (channel.kind) on the Rules tab to slack, wecom, dingtalk or feishu: alerts then appear here too. In quiet hours and on days off they are kept until later.',
    open: 'Open link',
    otherLanguage: '中文',
    services: { slack: 'Slack', wecom: 'WeCom', dingtalk: 'DingTalk', feishu: 'Feishu' },
  },
};

export const chatWords = (language: Language): ChatWords => WORDS[language];
