import { describe, expect, it } from 'vitest';
import { CONFIG_OPTIONS, describeConfigProblem, parseConfig } from '../../../functions/config.ts';

const LINK_KEY = 'mKv3nQ0b7Yt1uXz8RcW5aJ2dLhG6sPeFiTo4kVqNyBA';
const GOOD = {
  PEINENG_LINK_KEY: LINK_KEY,
  PEINENG_AUDIENCES: '123.apps.googleusercontent.com, https://peineng-abc.run.app',
  PEINENG_INVOKERS: 'scheduler@team.iam.gserviceaccount.com',
  PEINENG_INSTALLERS: 'Boss@Example.com,@example.cn',
  SMTP_HOST: 'smtp.example.com',
  SMTP_FROM: '配能 <peineng@example.com>',
};
const codesOf = (env: Readonly<Record<string, string | undefined>>) => {
  const parsed = parseConfig(env);
  return parsed.ok ? [] : parsed.error.map(({ env: name, code }) => `${name} ${code}`);
};

describe('parseConfig', () => {
  it('reads the required settings and gives the others their defaults', () => {
    expect(parseConfig(GOOD)).toEqual({
      ok: true,
      value: {
        audiences: ['123.apps.googleusercontent.com', 'https://peineng-abc.run.app'],
        invokers: ['scheduler@team.iam.gserviceaccount.com'],
        installers: ['boss@example.com', '@example.cn'],
        mail: {
          by: 'smtp',
          host: 'smtp.example.com',
          port: 587,
          secure: false,
          from: '配能 <peineng@example.com>',
        },
        oidc: {},
        firestoreDatabase: '(default)',
        linkKey: LINK_KEY,
        channels: {},
      },
    });
  });

  it('reads every optional setting', () => {
    const parsed = parseConfig({
      ...GOOD,
      SMTP_PORT: ' 2525 ',
      SMTP_SECURE: 'true',
      SMTP_USER: 'mailer',
      SMTP_PASS: ' secret with spaces ',
      PEINENG_SHEETS_ROOT_URL: 'http://127.0.0.1:8080/sheets',
      PEINENG_OIDC_CERTS_URL: 'http://127.0.0.1:8080/identity/certs',
      PEINENG_OIDC_ISSUERS: 'http://127.0.0.1:8080/identity',
      PEINENG_FIRESTORE_DATABASE: 'peineng-eu',
      PEINENG_TASK_QUEUE: 'projects/p/locations/europe-west1/queues/teams',
      PEINENG_BASE_URL: 'https://peineng-abc.run.app/',
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        mail: { by: 'smtp', port: 2525, secure: true, user: 'mailer', pass: ' secret with spaces ' },
        sheetsRootUrl: 'http://127.0.0.1:8080/sheets/',
        oidc: {
          certsUrl: 'http://127.0.0.1:8080/identity/certs',
          issuers: ['http://127.0.0.1:8080/identity'],
        },
        firestoreDatabase: 'peineng-eu',
        tasks: {
          queue: 'projects/p/locations/europe-west1/queues/teams',
          baseUrl: 'https://peineng-abc.run.app',
        },
      },
    });
  });

  it('speaks TLS at once on port 465 unless told otherwise', () => {
    const secure = (env: object) => {
      const parsed = parseConfig({ ...GOOD, SMTP_PORT: '465', ...env });
      return parsed.ok && parsed.value.mail.by === 'smtp' && parsed.value.mail.secure;
    };
    expect([secure({}), secure({ SMTP_SECURE: 'false' })]).toEqual([true, false]);
  });

  it('names everything that is missing at once, an empty or blank variable included', () => {
    expect(codesOf({ PEINENG_INVOKERS: '', SMTP_HOST: '   ' })).toEqual([
      'PEINENG_AUDIENCES MISSING',
      'PEINENG_INVOKERS MISSING',
      'PEINENG_INSTALLERS MISSING',
      'PEINENG_LINK_KEY MISSING',
      'SMTP_HOST ONE_OF',
    ]);
  });

  it.each([
    ['PEINENG_AUDIENCES', ' , ,'],
    ['PEINENG_AUDIENCES', 'two words'],
    ['PEINENG_INVOKERS', 'not-an-address'],
    ['PEINENG_INVOKERS', '@example.com'],
    ['PEINENG_INSTALLERS', 'boss@example.com, @'],
    ['PEINENG_INSTALLERS', '*'],
    ['SMTP_PORT', '0'],
    ['SMTP_PORT', '70000'],
    ['SMTP_PORT', 'smtp'],
    ['SMTP_SECURE', 'yes'],
    ['SMTP_FROM', 'nobody'],
    ['SMTP_FROM', 'A <a@b>\r\nBcc: <c@d>'],
    ['PEINENG_SHEETS_ROOT_URL', 'localhost:8080'],
    ['PEINENG_OIDC_CERTS_URL', 'file:///etc/keys'],
    ['PEINENG_FIRESTORE_DATABASE', 'My Database'],
  ])('refuses %s = %j', (env, value) => {
    expect(codesOf({ ...GOOD, [env]: value })).toEqual([`${env} NOT_ACCEPTED`]);
  });

  const GMAIL_KEY = JSON.stringify({
    type: 'service_account',
    client_email: 'mailer@team.iam.gserviceaccount.com',
    private_key: '-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n',
  });

  it('sends mail by Gmail instead of a mail server, with a sender and a key', () => {
    const { SMTP_HOST: _host, SMTP_FROM: from, ...others } = GOOD;
    const parsed = parseConfig({ ...others, GMAIL_FROM: from, GMAIL_KEY });
    expect(parsed).toMatchObject({
      ok: true,
      value: { mail: { by: 'gmail', from, key: { client_email: 'mailer@team.iam.gserviceaccount.com' } } },
    });
    expect(codesOf({ ...others, GMAIL_FROM: from })).toEqual(['GMAIL_FROM NEEDS']);
    expect(codesOf({ ...others, GMAIL_KEY })).toEqual(['GMAIL_KEY NEEDS', 'SMTP_HOST ONE_OF']);
    for (const bad of ['not json', '{}', '{"client_email":"a@b.example","private_key":"hunter2"}'])
      expect(codesOf({ ...others, GMAIL_FROM: from, GMAIL_KEY: bad })).toEqual(['GMAIL_KEY NOT_ACCEPTED']);
  });

  it('wants exactly one way for mail', () => {
    const both = parseConfig({ ...GOOD, GMAIL_FROM: 'a@example.com', GMAIL_KEY });
    const [problem] = both.ok ? [] : both.error;
    expect(problem && describeConfigProblem(problem, 'en')).toContain(
      'SMTP_HOST and GMAIL_FROM must not both be set',
    );
    expect(JSON.stringify(both)).not.toContain('hunter2');
    expect(codesOf({ ...GOOD, SMTP_HOST: '' })).toEqual(['SMTP_FROM NEEDS']);
  });

  it('wants user and password together, and queue and address', () => {
    const queue = 'projects/p/locations/l/queues/q';
    expect(codesOf({ ...GOOD, PEINENG_TASK_QUEUE: queue })).toEqual(['PEINENG_TASK_QUEUE NEEDS']);
    expect(codesOf({ ...GOOD, SMTP_USER: 'mailer' })).toEqual(['SMTP_USER NEEDS']);
    expect(codesOf({ ...GOOD, SMTP_PASS: 'x' })).toEqual(['SMTP_PASS NEEDS']);
  });

  it('says in both languages what is wrong and what would do, and never what was given', () => {
    const parsed = parseConfig({ ...GOOD, SMTP_PORT: 'hunter2', SMTP_PASS: 'hunter2' });
    const problems = parsed.ok ? [] : parsed.error;
    const english = problems.map((problem) => describeConfigProblem(problem, 'en')).join('\n');
    const chinese = problems.map((problem) => describeConfigProblem(problem, 'zh-CN')).join('\n');
    expect(english).toContain('SMTP_PORT is not acceptable: a whole number from 1 to 65535.');
    expect(english).toContain('SMTP_PASS needs SMTP_USER too');
    expect(chinese).toContain('SMTP_PORT 内容不能接受：1 到 65535 的整数'.replace('：', ': '));
    expect(english + chinese + JSON.stringify(problems)).not.toContain('hunter2');
  });
});

describe('the table of options', () => {
  it('names each variable once, and marks the password as secret', () => {
    const options = Object.values(CONFIG_OPTIONS);
    expect(new Set(options.map(({ env }) => env)).size).toBe(options.length);
    expect(options.filter(({ secret }) => secret).map(({ env }) => env)).toEqual([
      'SMTP_PASS',
      'GMAIL_KEY',
      'PEINENG_LINK_KEY',
      'PEINENG_CHANNELS',
    ]);
  });

  it('has defaults that its own schemas accept', () => {
    for (const { fallback, schema } of Object.values(CONFIG_OPTIONS))
      if (fallback !== null) expect(schema.safeParse(fallback).success).toBe(true);
  });

  it.each([
    ['missing', ''],
    ['short', 'mKv3nQ0b7Yt1uXz8RcW5aJ2dLhG6sPeFiTo4kVqNyB'],
    ['long but one sign over and over', 'a'.repeat(64)],
    ['with a space in it', `${LINK_KEY} x`],
  ])('refuses a link key that is %s, and does not repeat it', (_what, key) => {
    const parsed = parseConfig({ ...GOOD, PEINENG_LINK_KEY: key });
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    const said = parsed.error.map((problem) => describeConfigProblem(problem, 'en')).join();
    expect(said).toContain('PEINENG_LINK_KEY');
    if (key !== '') expect(said).not.toContain(key);
  });
});

describe('chat webhooks', () => {
  const given = (channels: unknown) => ({
    ...GOOD,
    PEINENG_CHANNELS: typeof channels === 'string' ? channels : JSON.stringify(channels),
  });
  const slack = 'https://hooks.slack.com/services/T0/B0/x';
  const dingtalk = 'https://oapi.dingtalk.com/robot/send?access_token=x';

  it('are read by board id', () => {
    const channels = {
      one: { url: slack },
      two: { url: dingtalk, secret: 'SEC1' },
      three: { url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' },
      four: { url: 'https://open.larksuite.com/open-apis/bot/v2/hook/h', secret: 's' },
    };
    expect(parseConfig(given(channels))).toMatchObject({ ok: true, value: { channels } });
  });

  it.each([
    ['not JSON', '{"one":'],
    ['a list', [{ url: slack }]],
    ['an address alone', { one: slack }],
    ['another host', { one: { url: 'https://evil.example/services/T0/B0/x' } }],
    ['another host that begins alike', { one: { url: 'https://hooks.slack.com.evil.example/x' } }],
    ['no TLS', { one: { url: slack.replace('https', 'http') } }],
    ['this machine', { one: { url: 'http://127.0.0.1:8080/chat/slack' } }],
    ['a secret where nothing is signed', { one: { url: slack, secret: 's' } }],
    ['an empty secret', { one: { url: dingtalk, secret: '' } }],
    ['a misspelt field', { one: { url: dingtalk, secrets: 's' } }],
  ])('%s is refused, without showing what was given', (_name, channels) => {
    const parsed = parseConfig(given(channels));
    expect(parsed.ok ? [] : parsed.error).toMatchObject([{ env: 'PEINENG_CHANNELS', code: 'NOT_ACCEPTED' }]);
    const told = parsed.ok
      ? ''
      : JSON.stringify(parsed.error) + describeConfigProblem(parsed.error[0]!, 'en');
    expect(told).not.toMatch(/evil|T0|SEC/);
  });
});
