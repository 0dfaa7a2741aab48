import { describe, expect, it } from 'vitest';
import { clip, isMissed, isPassing, parseReply } from '../../../sheets-addon/src/reply.ts';

const refusal = (status: number) => parseReply(status, '{"ok":false,"code":"X","message":"because"}');

describe('an answer of the functions', () => {
  it('is a success only with a 2xx status and ok: true', () => {
    expect(parseReply(200, '{"ok":true,"message":"done"}')).toMatchObject({ kind: 'ok', message: 'done' });
    expect(parseReply(200, '{"ok":false,"code":"X","message":"no"}').kind).toBe('unreachable');
    expect(parseReply(500, '{"ok":true}').kind).toBe('unreachable');
    expect(parseReply(302, '{"ok":true}').kind).toBe('unreachable');
  });

  it.each(['', 'null', '[]', '"ok"', '<html>', '{"ok":"true"}', '{'])(
    '%j with 200 did not come from Peineng',
    (text) => {
      expect(parseReply(200, text)).toEqual({ kind: 'unreachable', status: 200, detail: 'HTTP 200' });
    },
  );

  it('keeps the reason of a refusal, cut to a length that fits', () => {
    expect(refusal(403)).toEqual({ kind: 'refused', status: 403, code: 'X', message: 'because' });
    const long = parseReply(403, JSON.stringify({ ok: false, code: 'X', message: 'y'.repeat(10_000) }));
    expect(long.kind === 'refused' && long.message.length).toBe(300);
  });

  it('with a message that is no text has no message', () => {
    expect(parseReply(200, '{"ok":true,"message":{"a":1}}')).toMatchObject({ message: '' });
  });
});

describe('what to do about it', () => {
  it.each([
    ['no answer', parseReply(0, 'DNS error'), true, true],
    ['busy', refusal(429), true, true],
    ['broken', refusal(500), true, true],
    ['not ready', parseReply(503, 'no instance'), true, true],
    ['a wrong page', parseReply(200, '<html>'), false, true],
    ['not authorised', refusal(401), false, true],
    ['forbidden', refusal(403), false, true],
    ['wrong address', parseReply(404, 'not found'), false, true],
    ['the verdict on bad input', refusal(422), false, false],
    ['a body that is refused', refusal(400), false, false],
    ['success', parseReply(200, '{"ok":true}'), false, false],
  ])('%s', (_what, reply, again, missed) => {
    expect(isPassing(reply)).toBe(again);
    expect(isMissed(reply)).toBe(missed);
  });
});

describe('clipping', () => {
  it('leaves short texts alone and turns anything else into none', () => {
    expect(clip('高')).toBe('高');
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(clip(42)).toBe('');
    expect(clip(undefined)).toBe('');
  });
});
