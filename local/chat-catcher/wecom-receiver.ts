import { z } from 'zod';
import { json, parsed, type ChatReceiver } from './received-chat.ts';

const payload = z.object({ msgtype: z.literal('markdown'), markdown: z.object({ content: z.string() }) });
const say = (errcode: number, errmsg: string) => json({ errcode, errmsg });
const LINK = /\[[^\]]*\]\((https?:[^)]+)\)/;

/** WeCom: always 200, with a code. */
export const wecomReceiver: ChatReceiver = {
  pace: [[20, 60_000]],
  tooFast: () => say(45009, 'api freq out of limit'),
  receive: ({ url, body }) => {
    if ((url.searchParams.get('key') ?? '') === '') return say(93000, 'invalid webhook url');
    const message = payload.safeParse(parsed(body));
    if (!message.success) return say(40008, 'invalid message type');
    const { content } = message.data.markdown;
    if (content === '') return say(44004, 'empty content');
    if (Buffer.byteLength(content) > 4096) return say(40058, 'markdown.content exceed max length 4096');
    const [title = '', ...rest] = content.split('\n');
    return {
      ...say(0, 'ok'),
      shown: {
        title: title.replaceAll('**', ''),
        text: rest
          .filter((line) => !LINK.test(line))
          .join('\n')
          .replaceAll('> ', '• '),
        link: LINK.exec(content)?.[1] ?? '',
      },
    };
  },
};
