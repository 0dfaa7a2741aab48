import { z } from 'zod';
import { parsed, type ChatAnswer, type ChatReceiver } from './received-chat.ts';

const text = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('header'),
    text: z.strictObject({
      type: z.literal('plain_text'),
      text: z.string().min(1).max(150),
      emoji: z.boolean().optional(),
    }),
  }),
  z.strictObject({ type: z.literal('section'), text: text(3000) }),
]);
const payload = z.strictObject({
  text: z.string().min(1).max(40_000),
  blocks: z.array(block).min(1).max(50),
  unfurl_links: z.boolean().optional(),
});

const refuse = (status: number, word: string): ChatAnswer => ({ status, body: word });
const LINK = /<(https?:[^|>]+)\|[^>]*>/;
const plain = (mrkdwn: string): string =>
  mrkdwn.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Slack: words with a status, `ok` when all is well. */
export const slackReceiver: ChatReceiver = {
  pace: [[10, 10_000]],
  tooFast: () => ({ status: 429, body: 'rate_limited', headers: { 'retry-after': '1' } }),
  receive: ({ url, body }) => {
    if (!/\/services\/T\w+\/B\w+\/\w+$/.test(url.pathname)) return refuse(404, 'no_service');
    const given = parsed(body);
    if (given === undefined) return refuse(400, 'invalid_payload');
    const message = payload.safeParse(given);
    if (!message.success) return refuse(400, 'invalid_blocks');
    const sections = message.data.blocks.map((one) => one.text.text);
    // An unescaped sign would be a command: <!channel> wakes everybody.
    if (sections.slice(1).some((one) => /[<>]/.test(one.replace(new RegExp(LINK, 'g'), '')))) {
      return refuse(400, 'invalid_payload');
    }
    const link = sections.map((one) => LINK.exec(one)?.[1]).find((one) => one !== undefined) ?? '';
    const lines = sections.slice(1).filter((one) => !LINK.test(one));
    return {
      status: 200,
      body: 'ok',
      shown: { title: sections[0] ?? '', text: plain(lines.join('\n')), link: plain(link) },
    };
  },
};
