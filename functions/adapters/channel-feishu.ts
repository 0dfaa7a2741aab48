import { createHmac } from 'node:crypto';
import type { ChannelMessage } from '../../shared/ports/channel.ts';
import { byCode, bytesOf, codeIn, fitted, type ChatService } from './chat-request.ts';

/** Bytes of a whole request. */
const BODY_MAX = 20 * 1024;

/** Too often (100 a minute, 5 a second, or whenever everybody posts at the full hour), and gateway limits. */
const PASSING: ReadonlySet<number> = new Set([11232, 99991400, 1500, 1551]);

const payloadOf = ({ language, title, lines, link }: ChannelMessage) => ({
  msg_type: 'post',
  content: {
    post: {
      [language === 'en' ? 'en_us' : 'zh_cn']: {
        title,
        // Text parts are plain: no markup, and nobody is mentioned by accident.
        content: [
          ...lines.map((line) => [{ tag: 'text', text: `• ${line}` }]),
          [{ tag: 'a', text: link.text, href: link.url }],
        ],
      },
    },
  },
});

/** The key is time in seconds and secret; what is signed is empty. */
const signatureOf = (secret: string, at: number) => {
  const timestamp = String(Math.floor(at / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
};

/**
 * Custom bots of Feishu (飞书) and Lark: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot, rich
 * text (`post`), signed with a time at most an hour old. `code` in the answer tells how it went; older answers have
 * `StatusCode`.
 */
export const feishu: ChatService = {
  request: (message, { url, secret }, at) => {
    const sign = secret === undefined ? {} : signatureOf(secret, at);
    const fits = fitted(
      message,
      (one) => bytesOf(JSON.stringify({ ...sign, ...payloadOf(one) })) <= BODY_MAX,
    );
    return { url, body: { ...sign, ...payloadOf(fits) } };
  },
  read: (status, body) => byCode(status, codeIn(body, 'code', 'StatusCode'), PASSING),
};
