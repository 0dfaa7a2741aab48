import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import { teamId } from '../../../shared/domain/ids.ts';
import { createIdentityIssuer, type IdentityIssuer } from '../../../local/identity/identity-issuer.ts';
import { LOCAL_AUDIENCE, LOCAL_ISSUER, LOCAL_PERSON, LOCAL_SCHEDULER } from '../../../local/local-config.ts';
import { editOf, startBoard, type RunningBoard } from './running-board.ts';

describe('the door of the functions', () => {
  let board: RunningBoard;
  let foreignDir: string;
  /** The one whose keys the functions know, and one of the same name with keys of its own. */
  let issuer: IdentityIssuer;
  let foreign: IdentityIssuer;
  let before: unknown;
  let edit: ReturnType<typeof editOf>;
  let id: string;

  const send = async (
    path: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
    method = 'POST',
  ): Promise<{ status: number; text: string; headers: Headers }> => {
    const answer = await fetch(`${board.running.origin}/functions/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'GET' ? {} : { body }),
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  const person = (email = LOCAL_PERSON) => as(issuer.mint({ email, audience: LOCAL_AUDIENCE }));
  /** Whatever is answered, it says nothing about the board, the machine or the code. */
  const expectNothingLeaked = (text: string): void => {
    expect(text).not.toMatch(
      /node_modules|\bat .*\.(?:ts|js):\d|\/work\/|\/tmp\/|云岭|老王|lisa@|SyntaxError/i,
    );
    expect(text.length).toBeLessThan(1000);
  };
  const everything = async () => {
    const look = await board.look();
    return [
      look.rows('tasks'),
      look.rows('audit'),
      await board.ports.store.team(board.team),
      (await board.mails()).length,
    ];
  };

  beforeAll(async () => {
    board = await startBoard();
    foreignDir = await mkdtemp(join(tmpdir(), 'peineng-foreign-'));
    const now = Date.now;
    issuer = await createIdentityIssuer({
      dataDir: join(board.dataDir, 'identity'),
      issuer: LOCAL_ISSUER,
      now,
    });
    foreign = await createIdentityIssuer({ dataDir: foreignDir, issuer: LOCAL_ISSUER, now });
    const look = await board.look();
    id = String(look.find('tasks', 'customer', '云岭骨科医院')['id']);
    edit = editOf(board.team, 'event-at-the-door', look.place('tasks', id));
    // There is something to be decided, so an edit let in by mistake would show.
    await board.writeUnseen('tasks', id, { value: '高' });
  }, 60_000);
  afterAll(async () => {
    await board.close();
    await rm(foreignDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    before = await everything();
  });

  const FUNCTIONS = [
    'onBoardEdit',
    'setUpBoard',
    'boardStatus',
    'previewMoves',
    'moveMany',
    'onSweep',
    'onReconcile',
  ] as const;
  const refusals: readonly (readonly [string, () => Readonly<Record<string, string>>, number])[] = [
    ['no token', () => ({}), 401],
    ['a token that is none', () => as('not.a.token'), 401],
    ['another scheme', () => ({ authorization: 'Basic eW91OnlvdQ==' }), 401],
    [
      'an expired token',
      () => as(issuer.mint({ email: LOCAL_PERSON, audience: LOCAL_AUDIENCE, now: Date.now() - 86_400_000 })),
      401,
    ],
    [
      'a token for another audience',
      () => as(issuer.mint({ email: LOCAL_PERSON, audience: 'somebody-else' })),
      401,
    ],
    [
      'a token signed with keys of somebody else',
      () => as(foreign.mint({ email: LOCAL_PERSON, audience: LOCAL_AUDIENCE })),
      401,
    ],
    ['an unsigned token', () => as(unsigned()), 401],
    [
      'a token whose name was changed',
      () => as(changed(issuer.mint({ email: 'eve@evil.example', audience: LOCAL_AUDIENCE }))),
      401,
    ],
    ['somebody not on the list', () => person('eve@evil.example'), 403],
    ['an address that only ends like one on the list', () => person(`not-${LOCAL_PERSON}`), 403],
  ];

  describe.each(FUNCTIONS)('%s', (name) => {
    it.each(refusals)('turns away %s', async (_who, headers, status) => {
      const answer = await send(name, JSON.stringify(edit), headers());
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false });
      expectNothingLeaked(answer.text);
      expect(await everything()).toEqual(before);
    });

    it('answers nothing but POST', async () => {
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const answer = await send(name, '{}', person(), method);
        expect(answer.status).toBe(405);
        expect(answer.headers.get('allow')).toBe('POST');
        expectNothingLeaked(answer.text);
      }
    });
  });

  it('turns away a token of the right keys that names another issuer', async () => {
    const other = await createIdentityIssuer({
      dataDir: join(board.dataDir, 'identity'),
      issuer: 'https://accounts.evil.example',
      now: Date.now,
    });
    const headers = as(other.mint({ email: LOCAL_PERSON, audience: LOCAL_AUDIENCE }));
    expect((await send('onBoardEdit', JSON.stringify(edit), headers)).status).toBe(401);
    expect(await everything()).toEqual(before);
  });

  it('many deals move for whoever leads their owner, not for a stranger nor on another board', async () => {
    const look = await board.look();
    const owner = String(look.find('team', 'name', '老王')['id']);
    const to = String(look.find('team', 'name', 'Lisa')['id']);
    const asked = { spreadsheetId: board.team, language: 'zh-CN', from: owner };
    const set = { ...asked, id: 'event-many-at-the-door', moves: [{ taskId: id, to }] };
    const twice = { ...set, moves: [...set.moves, ...set.moves] };
    for (const [name, body, status] of [
      ['previewMoves', { ...asked, spreadsheetId: 'no-such-board' }, 403],
      ['previewMoves', { ...asked, from: 'nobody-at-all' }, 403],
      ['previewMoves', { ...asked, from: '../../etc' }, 400],
      ['previewMoves', { ...asked, type: 'everything' }, 400],
      ['moveMany', { ...set, spreadsheetId: 'no-such-board' }, 403],
      ['moveMany', { ...set, from: to, id: 'event-many-foreign' }, 200],
      ['moveMany', twice, 400],
      ['moveMany', { ...set, moves: [] }, 400],
      [
        'moveMany',
        {
          ...set,
          moves: Array(101)
            .fill(0)
            .map((_one, n) => ({ taskId: `t${n}`, to })),
        },
        400,
      ],
    ] as const) {
      const answer = await send(name, JSON.stringify(body), person());
      expect([name, body.from, answer.status]).toEqual([name, body.from, status]);
      // A deal of somebody else is named by its owner's side alone: it has changed hands, and nothing moves.
      if (status === 200) expect(answer.text).toContain('"kind":"changed"');
      else expectNothingLeaked(answer.text);
      expect(await everything()).toEqual(before);
    }
  });

  it('only whoever installed a board may speak for it', async () => {
    const other = teamId('another-teams-board');
    const known = await board.ports.store.team(board.team);
    await board.ports.store.createTeam({
      ...known!,
      id: other,
      reps: {},
      pending: {},
      policy: DEFAULT_POLICY,
      installedBy: ['somebody@example.com'],
    });
    const body = JSON.stringify({ ...edit, spreadsheetId: other });
    for (const [name, asked] of [
      ['onBoardEdit', body],
      ['onReconcile', JSON.stringify({ id: edit.id, at: edit.at, spreadsheetId: other })],
      ['boardStatus', JSON.stringify({ spreadsheetId: other, language: 'zh-CN' })],
      ['previewMoves', JSON.stringify({ spreadsheetId: other, language: 'zh-CN', from: 'somebody' })],
    ] as const) {
      const answer = await send(name, asked, person());
      expect([name, answer.status]).toEqual([name, 403]);
      expectNothingLeaked(answer.text);
    }
    const setUp = { id: edit.id, at: edit.at, spreadsheetId: other, language: 'zh-CN' };
    const answer = await send('setUpBoard', JSON.stringify(setUp), person());
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([
      409,
      'INSTALLED_BY_ANOTHER',
    ]);
    expect((await board.ports.store.team(other))?.installedBy).toEqual(['somebody@example.com']);
  });

  it('a person may not sweep, and a board nobody set up is unknown', async () => {
    expect((await send('onSweep', '{}', person())).status).toBe(403);
    expect((await send('onReconcile', '{}', person())).status).toBe(403);
    const nowhere = JSON.stringify({ ...edit, spreadsheetId: 'no-such-board' });
    expect((await send('onBoardEdit', nowhere, person())).status).toBe(404);
    expect(
      (await send('onSweep', JSON.stringify({ spreadsheetId: 'no-such-board' }), person(LOCAL_SCHEDULER)))
        .status,
    ).toBe(404);
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['not JSON', '{"id":', 400],
    ['a list', '[]', 400],
    ['nothing', '', 400],
    ['the wrong fields', '{"id":1,"at":"yesterday","spreadsheetId":"../../etc","kind":"drop"}', 400],
    ['two million letters', JSON.stringify({ id: 'x'.repeat(2_000_000) }), 400],
    [
      'a range turned around',
      '{"id":"event-turned","at":"2026-11-23T08:00:00Z","spreadsheetId":"abc","kind":"edit","sheetId":1,"range":{"startRow":5,"endRow":2,"startColumn":0,"endColumn":1}}',
      400,
    ],
  ])('a body that is %s is refused and named without being repeated', async (_what, body, status) => {
    const answer = await send('onBoardEdit', body, person());
    expect(answer.status).toBe(status);
    expectNothingLeaked(answer.text);
    expect(answer.text).not.toContain('../../etc');
    expect(await everything()).toEqual(before);
  });

  it('a body beyond all measure is refused', async () => {
    const answer = await send('onBoardEdit', JSON.stringify({ id: 'x'.repeat(40_000_000) }), person());
    expect([400, 413]).toContain(answer.status);
    expectNothingLeaked(answer.text);
  });

  it('JSON that reaches for prototypes changes nobody', async () => {
    const body = JSON.stringify(edit).replace(
      '{',
      '{"__proto__":{"polluted":true,"installers":["eve@evil.example"]},"constructor":{"prototype":{"polluted":true}},',
    );
    const answer = await send(
      'onBoardEdit',
      body.replace('event-at-the-door', 'event-of-pollution'),
      person('eve@evil.example'),
    );
    expect(answer.status).toBe(403);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(await everything()).toEqual(before);
  });

  it('health needs nothing and says nothing', async () => {
    const answer = await send('health', '', {}, 'GET');
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { ok: true }]);
  });

  it('the right token is let in, so all of the above was about the door', async () => {
    const answer = await send('onBoardEdit', JSON.stringify(edit), person());
    expect(answer.status).toBe(200);
    expect((await board.look()).byId('tasks', id)).toMatchObject({ suggestedOwner: 'Lisa' });
  });

  it('the answer speaks the language of who asks', async () => {
    const said = async (language: string) =>
      (
        JSON.parse((await send('onBoardEdit', '{}', { 'accept-language': language })).text) as {
          message: string;
        }
      ).message;
    expect(await said('en')).toMatch(/^[\x20-\x7e]+$/);
    expect(await said('zh-CN')).toMatch(/\p{Script=Han}/u);
  });
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const unsigned = (): string => {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = {
    iss: LOCAL_ISSUER,
    aud: LOCAL_AUDIENCE,
    email: LOCAL_PERSON,
    email_verified: true,
    iat: seconds,
    exp: seconds + 600,
  };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
};

/** The same signature under other claims. */
const changed = (token: string): string => {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as object;
  return `${head}.${part({ ...read, email: LOCAL_PERSON })}.${signature}`;
};
