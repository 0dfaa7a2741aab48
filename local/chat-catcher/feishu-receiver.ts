import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { json, parsed, type ChatReceiver } from './received-chat.ts';

const part = z.discriminatedUnion('tag', [
  z.strictObject({ tag: z.literal('text'), text: z.string() }),
  z.strictObject({ tag: z.literal('a'), text: z.string().min(1), href: z.url() }),
]);
const post = z.strictObject({ title: z.string(), content: z.array(z.array(part)).min(1) });
const payload = z.object({
  timestamp: z.string().optional(),
  sign: z.string().optional(),
  msg_type: z.literal('post'),
  content: z.strictObject({
    post: z.union([z.strictObject({ zh_cn: post }), z.strictObject({ en_us: post })]),
  }),
});
const say = (code: number, msg: string, status = 200) => json({ code, data: {}, msg }, status);
const HOUR = 3600;

/** Feishu and Lark: a code in the body; time in seconds and signature in the payload. */
export const feishuReceiver: ChatReceiver = {
  pace: [
    [5, 1000],
    [100, 60_000],
  ],
  tooFast: () => say(11232, 'frequency limited'),
  receive: ({ url, body, now, secret }) => {
    if (!/\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(url.pathname)) {
      return say(19001, 'param invalid: incoming webhook access token invalid');
    }
    if (Buffer.byteLength(body) > 20 * 1024) return say(9499, 'Bad Request', 400);
    const message = payload.safeParse(parsed(body));
    if (!message.success) return say(9499, 'Bad Request', 400);
    const { timestamp, sign, content } = message.data;
    if (secret !== undefined && !isSigned(timestamp, sign, secret, now)) {
      return say(19021, 'sign match fail or timestamp is not within one hour from current time');
    }
    const [shown] = Object.values<z.infer<typeof post>>(content.post);
    const parts = shown?.content.flat() ?? [];
    return {
      ...say(0, 'success'),
      shown: {
        title: shown?.title ?? '',
        text: parts.flatMap((one) => (one.tag === 'text' ? [one.text] : [])).join('\n'),
        link: parts.flatMap((one) => (one.tag === 'a' ? [one.href] : [])).at(-1) ?? '',
      },
    };
  },
};

const isSigned = (timestamp = '', sign = '', secret: string, now: number): boolean => {
  if (!/^\d{10}$/.test(timestamp) || Math.abs(Number(timestamp) - now / 1000) > HOUR) return false;
  return sign === createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
};
