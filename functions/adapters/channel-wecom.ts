import type { ChannelMessage } from '../../shared/ports/channel.ts';
import {
  byCode,
  bytesOf,
  codeIn,
  fitted,
  markdownLink,
  withoutMarkup,
  type ChatService,
} from './chat-request.ts';

/** Bytes of a markdown message in UTF-8. */
const CONTENT_MAX = 4096;

/** Too often (20 messages a minute for each robot), too many at once, and "system busy". */
const PASSING: ReadonlySet<number> = new Set([45009, 45033, -1]);

const contentOf = ({ title, lines, link }: ChannelMessage): string =>
  [
    `**${withoutMarkup(title)}**`,
    ...lines.map((line) => `> ${withoutMarkup(line)}`),
    markdownLink(link),
  ].join('\n');

/**
 * Group robots of WeCom (企业微信): https://developer.work.weixin.qq.com/document/path/91770, with its codes at
 * https://developer.work.weixin.qq.com/document/path/90313. Answers 200 whatever happens; `errcode` tells.
 */
export const wecom: ChatService = {
  request: (message, { url }) => {
    const fits = fitted(message, (one) => bytesOf(contentOf(one)) <= CONTENT_MAX);
    return { url, body: { msgtype: 'markdown', markdown: { content: contentOf(fits) } } };
  },
  read: (status, body) => byCode(status, codeIn(body, 'errcode'), PASSING),
};
