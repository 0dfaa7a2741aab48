import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { json, parsed, type ChatCall, type ChatReceiver } from './received-chat.ts';

const payload = z.object({
  msgtype: z.literal('markdown'),
  markdown: z.object({ title: z.string().min(1), text: z.string().min(1) }),
});
const say = (errcode: number, errmsg: string) => json({ errcode, errmsg });
const LINK = /\[[^\]]*\]\((https?:[^)]+)\)/;
const HOUR = 3_600_000;

/** DingTalk: always 200, with a code; time and signature in the address. */
export const dingtalkReceiver: ChatReceiver = {
  pace: [[20, 60_000]],
  tooFast: () => say(130101, 'send too fast, exceed 20 times per minute'),
  receive: (call) => {
    const { url, body } = call;
    if ((url.searchParams.get('access_token') ?? '') === '') return say(300001, 'token is not exist');
    const unsigned = signatureProblem(call);
    if (unsigned !== null) return say(310000, unsigned);
    if (Buffer.byteLength(body) > 20_000) return say(460101, 'message too long, exceed 20000 bytes');
    const message = payload.safeParse(parsed(body));
    if (!message.success) return say(40035, 'missing or wrong parameter');
    const { text } = message.data.markdown;
    const [title = '', ...rest] = text.split('\n');
    return {
      ...say(0, 'ok'),
      shown: {
        title: title.replace(/^#+ /, ''),
        text: rest
          .filter((line) => line !== '' && !LINK.test(line))
          .join('\n')
          .replace(/^- /gm, '• '),
        link: LINK.exec(text)?.[1] ?? '',
      },
    };
  },
};

const signatureProblem = ({ url, now, secret }: ChatCall): string | null => {
  if (secret === undefined) return null;
  const timestamp = url.searchParams.get('timestamp') ?? '';
  if (!/^\d{13}$/.test(timestamp) || Math.abs(Number(timestamp) - now) > HOUR) return 'invalid timestamp';
  const wanted = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  return url.searchParams.get('sign') === wanted ? null : 'sign not match';
};
