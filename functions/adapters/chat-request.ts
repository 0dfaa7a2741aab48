import type { Webhook } from '../../shared/contract/channel-webhooks.ts';
import type { ChannelMessage, Posted } from '../../shared/ports/channel.ts';
import { channelWords } from '../../shared/text/channel-words.ts';

/** What is sent: one POST with a JSON body. */
export interface ChatRequest {
  readonly url: string;
  readonly body: unknown;
}

/** One chat service: its published payload, its limits, and what its answers mean. */
export interface ChatService {
  request(message: ChannelMessage, webhook: Webhook, at: number): ChatRequest;
  /** `body` is what was answered, as text. */
  read(status: number, body: string): Posted;
}

const encoder = new TextEncoder();
export const bytesOf = (text: string): number => encoder.encode(text).length;

/** Line breaks, tabs and control characters would start something new in every one of the formats. */
export const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();

/** At most `max` UTF-16 units, as the services count, and never half of what looks like one character. */
export const cutText = (text: string, max: number): string => {
  if (text.length <= max) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, max))) {
    if (kept.length + segment.length >= max) break;
    kept += segment;
  }
  return `${kept}…`;
};

/** Short enough for a title and a last line alone to fit everywhere. */
const LONGEST_LINE = 300;

/**
 * The message made small enough for a service: lines that do not fit go from the end, counted in a last line; what
 * is left of a title or line that is too long ends in an ellipsis. The link is never lost.
 */
export const fitted = (
  message: ChannelMessage,
  fits: (message: ChannelMessage) => boolean,
): ChannelMessage => {
  const { cut } = channelWords(message.language);
  const lines = message.lines.map((line) => cutText(oneLine(line), LONGEST_LINE));
  const whole = { ...message, title: cutText(oneLine(message.title), LONGEST_LINE), lines };
  const withLines = (kept: number): ChannelMessage => {
    const left = lines.length - kept;
    return { ...whole, lines: [...lines.slice(0, kept), ...(left === 0 ? [] : [cut(left)])] };
  };
  if (fits(whole)) return whole;
  let [kept, tooMany] = [0, lines.length];
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    if (fits(withLines(middle))) kept = middle;
    else tooMany = middle;
  }
  return withLines(kept);
};

/**
 * Signs that a format would read as markup, replaced by their full-width twins: they look the same in a chat and
 * mean nothing. These formats have no way of escaping that all of their clients honour.
 */
export const withoutMarkup = (text: string, signs = /[<>[\]*_`~#|\\&]/g): string =>
  text.replace(signs, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** `[text](url)`; a bracket in the address would end it. */
export const markdownLink = ({ text, url }: ChannelMessage['link']): string =>
  `[${withoutMarkup(text)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;

type Failed = Extract<Posted, { ok: false }>;
export const done: Posted = { ok: true };
export const refused = (reason: string): Failed => ({ ok: false, retryable: false, reason });
export const later = (reason: string): Failed => ({ ok: false, retryable: true, reason });

/** What an answer means that says nothing of its own: only overload and trouble on their side pass. */
export const byStatus = (status: number): Failed =>
  status === 429 || status === 408 || status >= 500 ? later(`HTTP ${status}`) : refused(`HTTP ${status}`);

/** A number in a JSON answer such as `{"errcode":45009}`; null when there is none. */
export const codeIn = (body: string, ...names: readonly string[]): number | null => {
  try {
    const answer: unknown = JSON.parse(body);
    if (typeof answer !== 'object' || answer === null) return null;
    const found = names.map((name) => (answer as Record<string, unknown>)[name]);
    return found.find((one) => typeof one === 'number') ?? null;
  } catch {
    return null;
  }
};

/**
 * What a service means that answers 200 whatever happened, and says in the body how it went. The words of its
 * message are left out: they may quote what was sent.
 */
export const byCode = (status: number, code: number | null, passing: ReadonlySet<number>): Posted => {
  if (code === null)
    return status === 200 ? refused('an answer that is none of the service') : byStatus(status);
  if (code === 0) return done;
  return passing.has(code) ? later(`code ${code}`) : refused(`code ${code}`);
};
