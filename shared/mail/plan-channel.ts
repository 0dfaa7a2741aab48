import type { ChannelMessage } from '../ports/channel.ts';
import { channelWords } from '../text/channel-words.ts';
import { SECTIONS } from './kinds/sections.ts';
import type { MailBatch, Reader } from './mail-context.ts';
import { contextOf } from './plan-mails.ts';
import type { MailKind, MailSection } from './planned-mail.ts';

/** What supervisors hear, as far as it may stand in a group chat: whatever is for one person stays in their mail. */
const KINDS: ReadonlySet<MailKind> = new Set(['overload', 'nobodyFree', 'valueUp', 'stale', 'digest']);

export interface PlannedChat {
  readonly message: ChannelMessage;
  /** What it is about. */
  readonly kinds: readonly MailKind[];
}

/**
 * The one chat message of a batch, or null when there is nothing to say: a sentence per kind, as the subjects of
 * mails say it. No contact, no amount, no personal link: only the board's address, where Google asks who it is.
 */
export const planChannelMessage = (batch: MailBatch): PlannedChat | null => {
  const { language } = batch.state.team.policy;
  const context = contextOf(batch);
  const everybody: Reader = { key: 'chat', name: '', email: '', language, hears: () => true };
  const sections = SECTIONS.flatMap(([kind, section]) =>
    KINDS.has(kind) ? (section(context, everybody) ?? []) : [],
  );
  if (sections.length === 0) return null;
  const words = channelWords(language);
  return {
    kinds: sections.map(({ kind }) => kind),
    message: {
      language,
      title: words.title(sections.length),
      lines: sections.map((section) => sentenceOf(section, words.others)),
      link: { text: words.open, url: batch.boardUrl },
    },
  };
};

/** Subjects count for themselves, except that of upgraded customers, which names the first. */
const sentenceOf = ({ kind, subject, lines }: MailSection, others: (count: number) => string): string =>
  kind === 'valueUp' && lines.length > 1 ? subject + others(lines.length - 1) : subject;
