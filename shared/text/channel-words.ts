import type { Language } from '../domain/rep.ts';

/** Words of chat messages beside those of mails. */
export interface ChannelWords {
  readonly title: (count: number) => string;
  /** Follows a line that names the first of several. */
  readonly others: (count: number) => string;
  /** In place of lines for which a service has no room. */
  readonly cut: (count: number) => string;
  readonly open: string;
}

const WORDS: Readonly<Record<Language, ChannelWords>> = {
  'zh-CN': {
    title: (count) => `配能提醒：${count} 件事`,
    others: (count) => `（还有 ${count} 个）`,
    cut: (count) => `……还有 ${count} 件，见看板`,
    open: '打开看板',
  },
  en: {
    title: (count) => (count === 1 ? 'Peineng: one thing to look at' : `Peineng: ${count} things to look at`),
    others: (count) => ` (and ${count} more)`,
    cut: (count) => `… and ${count} more on the board`,
    open: 'Open the board',
  },
};

export const channelWords = (language: Language): ChannelWords => WORDS[language];
