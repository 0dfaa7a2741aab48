import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHmacSigner } from '../../../functions/adapters/hmac-signer.ts';
import { repId, taskId, teamId } from '../../../shared/domain/ids.ts';
import { readSignedText, signedText } from '../../../shared/links/link-text.ts';
import {
  PAGE_ACTIONS,
  readAction,
  readLink,
  writeAction,
  writeLink,
  type ActionToken,
  type PageLink,
} from '../../../shared/links/page-link.ts';
import { NOW } from '../../support/board-builder.ts';

const signer = createHmacSigner('mKv3nQ0b7Yt1uXz8RcW5aJ2dLhG6sPeFiTo4kVqNyBA');
const LINK: PageLink = {
  team: teamId('1AbC-dEf_gH'),
  person: repId('0k2wangxxxxxxx'),
  ends: NOW + 60_000,
};
const ACTION: ActionToken = {
  team: LINK.team,
  person: LINK.person,
  action: 'accept',
  task: taskId('0k2taskxxxxxxx'),
  about: 'event-1#2',
  id: '0k2eventxxxxxx',
  ends: LINK.ends,
};

/** Each place of a text changed to each of some other signs, taken out, and doubled. */
const alterations = (text: string): readonly string[] =>
  [...text].flatMap((sign, at) => {
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    const others = ['A', 'B', 'z', '0', '9', '-', '_', '.', '~', '=', ' ', 'é'].filter((one) => one !== sign);
    return [...others.map((one) => before + one + after), before + after, before + sign + sign + after];
  });

describe('a signed link', () => {
  it('says whose page of which board it is, until it ends', () => {
    const text = writeLink(signer, LINK);
    expect(readLink(signer, text, NOW)).toEqual({ ok: true, value: LINK });
    expect(readLink(signer, text, LINK.ends - 1).ok).toBe(true);
    expect(readLink(signer, text, LINK.ends)).toEqual({ ok: false, error: 'EXPIRED' });
  });

  it('needs no escaping in an address', () => {
    expect(writeLink(signer, LINK)).toMatch(/^[\w.~-]+$/);
    expect(writeLink(signer, LINK).length).toBeLessThan(140);
  });

  it('is refused with any one sign changed, taken out or doubled', () => {
    const text = writeLink(signer, LINK);
    const accepted = alterations(text).filter(
      (one) => one !== text && (readLink(signer, one, NOW).ok || readLink(signer, one, 0).ok),
    );
    expect(alterations(text).length).toBeGreaterThan(1000);
    expect(accepted).toEqual([]);
  });

  it('is refused when another key signed it, also for the same person and board', () => {
    const other = createHmacSigner('another-key-another-key-another-key-another');
    expect(readLink(other, writeLink(signer, LINK), NOW)).toEqual({ ok: false, error: 'ALTERED' });
  });

  it('is no action token, and an action token is no link', () => {
    expect(readLink(signer, writeAction(signer, ACTION), NOW)).toEqual({ ok: false, error: 'ALTERED' });
    expect(readAction(signer, writeLink(signer, LINK), LINK, NOW)).toEqual({ ok: false, error: 'ALTERED' });
  });

  it.each(['', 'v1', 'v1..', 'v2.a.b', `v1.${'a'.repeat(5000)}.b`, 'v1.%00.%ZZ', '\u0000'])(
    'made of rubbish (%j) is refused like an altered one, never with a crash',
    (text) => {
      expect(readLink(signer, text, NOW)).toEqual({ ok: false, error: 'ALTERED' });
    },
  );
});

describe('an action token', () => {
  it.each(PAGE_ACTIONS)('allows %s to its person, board and task', (action) => {
    const token = { ...ACTION, action };
    expect(readAction(signer, writeAction(signer, token), LINK, NOW)).toEqual({ ok: true, value: token });
  });

  it('is refused with any one sign changed, taken out or doubled', () => {
    const text = writeAction(signer, ACTION);
    const accepted = alterations(text).filter((one) => one !== text && readAction(signer, one, LINK, NOW).ok);
    expect(accepted).toEqual([]);
  });

  it('is foreign on the page of another person, and on another board', () => {
    const text = writeAction(signer, ACTION);
    const foreign = { ok: false, error: 'FOREIGN' };
    expect(readAction(signer, text, { ...LINK, person: repId('lisa') }, NOW)).toEqual(foreign);
    expect(readAction(signer, text, { ...LINK, team: teamId('other') }, NOW)).toEqual(foreign);
  });

  it('ends', () => {
    const text = writeAction(signer, ACTION);
    expect(readAction(signer, text, LINK, ACTION.ends)).toEqual({ ok: false, error: 'EXPIRED' });
  });
});

describe('a signed text', () => {
  it('gives back any fields as they were, whatever signs are in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 6 }),
        (fields) => {
          expect(readSignedText(signer, signedText(signer, fields))).toEqual({ ok: true, value: fields });
        },
      ),
    );
  });

  it('never reads the same when the fields are cut differently', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [whole, cut] = [signedText(signer, [`${a}.${b}`]), signedText(signer, [a, b])];
        expect(whole).not.toBe(cut);
      }),
    );
  });
});
