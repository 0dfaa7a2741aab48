import { createHmac } from 'node:crypto';
import type { ChannelMessage } from '../../shared/ports/channel.ts';
import {
  byCode,
  bytesOf,
  codeIn,
  cutText,
  fitted,
  markdownLink,
  withoutMarkup,
  type ChatService,
} from './chat-request.ts';

/** Bytes of a whole message. */
const BODY_MAX = 20_000;

/** "Send too fast" (20 a minute for each robot, then ten minutes of silence), and "system busy". */
const PASSING: ReadonlySet<number> = new Set([130101, 410100, -1]);

const payloadOf = ({ title, lines, link }: ChannelMessage) => ({
  msgtype: 'markdown',
  markdown: {
    // Shown in the list of chats only.
    title: cutText(title, 60),
    text: [
      `#### ${withoutMarkup(title)}`,
      ...lines.map((line) => `- ${withoutMarkup(line)}`),
      `\n${markdownLink(link)}`,
    ].join('\n'),
  },
});

/**
 * Custom robots of DingTalk (钉钉): https://open.dingtalk.com/document/robots/custom-robot-access, signed as in
 * https://open.dingtalk.com/document/robots/customize-robot-security-settings: HMAC-SHA256 of time in milliseconds
 * and secret, at most an hour old. Answers 200 whatever happens; `errcode` tells.
 */
export const dingtalk: ChatService = {
  request: (message, { url, secret }, at) => {
    const fits = fitted(message, (one) => bytesOf(JSON.stringify(payloadOf(one))) <= BODY_MAX);
    const signed = new URL(url);
    if (secret !== undefined) {
      const sign = createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64');
      signed.searchParams.set('timestamp', String(at));
      signed.searchParams.set('sign', sign);
    }
    return { url: signed.href, body: payloadOf(fits) };
  },
  read: (status, body) => byCode(status, codeIn(body, 'errcode'), PASSING),
};
