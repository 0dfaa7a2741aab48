import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWebhookChannel } from '../../../functions/adapters/webhook-channel.ts';
import { chatUrl, createChatCatcher } from '../../../local/chat-catcher/create-chat-catcher.ts';
import type { ChatAnswer } from '../../../local/chat-catcher/received-chat.ts';
import { teamId } from '../../../shared/domain/ids.ts';
import type { ChannelService } from '../../../shared/ports/channel.ts';
import { channelContract, message, type ChannelSetting } from './channel.contract.ts';

const NOW = Date.UTC(2026, 10, 23, 2);
const TEAM = teamId('board-of-tests');
const said = (value: unknown, status = 200): ChatAnswer => ({ status, body: JSON.stringify(value) });

/** The adapter signs with `mine`; the service, when it checks signatures, wants `theirs`. */
const opened =
  (service: ChannelService, mine = 'SEC-of-tests', theirs = mine, clockAhead = 0) =>
  async (): Promise<ChannelSetting> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'peineng-chat-'));
    const catcher = await createChatCatcher({ dataDir, now: () => NOW, secret: theirs, language: 'zh-CN' });
    const next: ChatAnswer[] = [];
    const server = createServer((request, response) => {
      const answer = next.shift();
      if (answer === undefined) void catcher.handle(request, response);
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return {
      service,
      channel: createWebhookChannel({
        webhookOf: () => ({ url: chatUrl(origin, service), secret: mine }),
        clock: { now: () => NOW + clockAhead },
        loopback: true,
      }),
      received: () => catcher.list(),
      answerNext: (answer) => void next.push(answer),
      stop: async () => {
        if (server.listening) await new Promise((done) => server.close(done).closeAllConnections());
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  };

const OVERLOADED: readonly ChatAnswer[] = [
  { status: 429, body: '', headers: { 'retry-after': '30' } },
  { status: 500, body: 'rollup_error' },
  { status: 503, body: '<html>Service unavailable</html>' },
];

channelContract(
  {
    service: 'slack',
    burst: 10,
    passing: OVERLOADED,
    final: [
      { status: 404, body: 'no_service' },
      { status: 410, body: 'channel_is_archived' },
      { status: 403, body: 'action_prohibited' },
      { status: 400, body: 'invalid_payload' },
      { status: 400, body: '$' },
      { status: 200, body: '<html>Sign in: $</html>' },
      { status: 302, body: '', headers: { location: 'https://elsewhere.example/' } },
    ],
  },
  opened('slack'),
);

channelContract(
  {
    service: 'wecom',
    burst: 20,
    passing: [
      ...OVERLOADED,
      said({ errcode: 45009, errmsg: 'api freq out of limit' }),
      said({ errcode: 45033, errmsg: 'api concurrent out of limit' }),
      said({ errcode: -1, errmsg: 'system busy' }),
    ],
    final: [
      said({ errcode: 93000, errmsg: 'invalid webhook url $' }),
      said({ errcode: 40058, errmsg: 'markdown.content exceed max length 4096' }),
      { status: 200, body: '<html>$</html>' },
      { status: 404, body: '' },
    ],
  },
  opened('wecom'),
);

channelContract(
  {
    service: 'dingtalk',
    burst: 20,
    passing: [
      ...OVERLOADED,
      said({ errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }),
      said({ errcode: -1, errmsg: '系统繁忙' }),
    ],
    final: [
      said({ errcode: 310000, errmsg: 'keywords not in content $' }),
      said({ errcode: 300001, errmsg: 'token is not exist' }),
      said('ok'),
    ],
  },
  opened('dingtalk'),
);

channelContract(
  {
    service: 'feishu',
    burst: 5,
    passing: [
      ...OVERLOADED,
      said({ code: 11232, msg: 'frequency limited' }),
      said({ code: 11232, msg: 'frequency limited' }, 400),
    ],
    final: [
      said({ code: 19001, msg: 'param invalid: incoming webhook access token invalid' }),
      said({ code: 19024, msg: 'Key Words Not Found $' }),
      said({ code: 9499, msg: 'Bad Request', data: {} }, 400),
      said({ StatusCode: 9499, StatusMessage: 'Bad Request' }, 400),
    ],
  },
  opened('feishu'),
);

describe.each<ChannelService>(['dingtalk', 'feishu'])('signed messages of %s', (service) => {
  test.each([
    ['with another secret', 'SEC-of-somebody', 0],
    ['with a clock two hours wrong', 'SEC-of-tests', 2 * 3_600_000],
  ])('are refused for good %s', async (_name, mine, clockAhead) => {
    const setting = await opened(service, mine, 'SEC-of-tests', clockAhead)();
    expect(await setting.channel.post(TEAM, service, message)).toMatchObject({ ok: false, retryable: false });
    expect(setting.received()).toEqual([]);
    await setting.stop();
  });
});

describe('nothing is sent anywhere but to the service that the team chose', () => {
  const post = (url: string | undefined, service: ChannelService = 'slack', loopback = false) =>
    createWebhookChannel({
      webhookOf: () => (url === undefined ? undefined : { url }),
      clock: { now: () => NOW },
      loopback,
    }).post(TEAM, service, message);

  test.each([
    'https://evil.example/services/T0/B0/x',
    'https://hooks.slack.com.evil.example/services/T0/B0/x',
    'https://hooks.slack.com@evil.example/services/T0/B0/x',
    'http://hooks.slack.com/services/T0/B0/x',
    'https://hooks.slack.com:8443/services/T0/B0/x',
    'https://user@hooks.slack.com/services/T0/B0/x',
    'http://127.0.0.1:1/services/T0/B0/x',
    'http://169.254.169.254/latest/meta-data',
    'not an address',
  ])('%s is refused', async (url) => {
    const outcome = await post(url);
    expect(outcome).toEqual({ ok: false, retryable: false, reason: 'the webhook is not one of slack' });
  });

  test('a webhook of another service is refused', async () => {
    expect(await post('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', 'dingtalk')).toMatchObject({
      ok: false,
      retryable: false,
    });
  });

  test('a board without a webhook is told so', async () => {
    expect(await post(undefined)).toEqual({
      ok: false,
      retryable: false,
      reason: 'no webhook is configured for this board',
    });
  });
});
