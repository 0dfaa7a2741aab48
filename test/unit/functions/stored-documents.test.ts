import { describe, expect, it } from 'vitest';
import {
  decodeBook,
  decodeEvent,
  decodeTask,
  decodeTeam,
  encodeEntry,
  encodeEvent,
  encodeTask,
  encodeTeam,
  isStorableId,
} from '../../../functions/adapters/store-codec.ts';
import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import type { Effect } from '../../../shared/decide/effects.ts';
import { eventId, teamId } from '../../../shared/domain/ids.ts';
import type { EventRecord } from '../../../shared/ports/store.ts';
import { WANG, added, rep, task, team } from '../../contract/store/sample-board.ts';

import { full, fullEntry, pending, receipt, SAMPLES } from '../../support/effect-samples.ts';

const record = (effects: readonly Effect[]): EventRecord => ({
  id: eventId('e1'),
  at: 5,
  kind: 'edit',
  actor: null,
  revision: 3,
  policyVersion: 1,
  auditFrom: 7,
  effects,
  delivered: false,
});

describe('stored events', () => {
  it.each(Object.values(SAMPLES).map((effect) => [effect.type, effect] as const))(
    'give a %s back as it was',
    (_, effect) => {
      expect(decodeEvent('e', encodeEvent(record([effect])))).toEqual(record([effect]));
    },
  );

  it('stand in the outbox under their revision until delivered', () => {
    expect(encodeEvent(record([]))).toMatchObject({ outbox: 3 });
    const { outbox: _, ...delivered } = encodeEvent(record([]));
    expect(decodeEvent('e', delivered).delivered).toBe(true);
  });

  it('are refused when an effect is of no known kind, or lacks something', () => {
    const broken = (effect: object) => () =>
      decodeEvent('teams/x/events/e1', { ...encodeEvent(record([])), effects: [JSON.stringify(effect)] });
    expect(broken({ type: 'somethingElse' })).toThrow(/teams\/x\/events\/e1 .*effects\.0/);
    expect(broken({ ...SAMPLES.suggestionMade, receipt: { ...receipt, chosen: null } })).toThrow(
      /receipt\.chosen/,
    );
    expect(broken({ ...SAMPLES.lightTurned, from: 'blue' })).toThrow(/effects\.0\.from/);
  });
});

describe('stored teams, tasks and books', () => {
  it('give back every optional field', () => {
    const whole = team(teamId('s1'), {
      reps: { [WANG]: { ...rep(WANG, '老王'), open: { 'high/hard': 2 }, formerNames: ['小王'] } },
      pending: { t1: pending },
      waiting: [fullEntry],
      nobodyFreeSince: 4,
      noted: { t1: ['value|巨大'], '__proto__x/..': ['owner|?'] },
    });
    expect(decodeTeam('t', encodeTeam(whole))).toEqual(whole);
    expect(decodeTask('t', encodeTask(full))).toEqual(full);
    expect(decodeBook('b', { entries: { t1: encodeEntry(fullEntry) } })).toEqual({ t1: fullEntry });
    expect(decodeBook('b', {})).toEqual({});
  });

  it('keep half a character that a cut left behind', () => {
    const cut = team(teamId('s1'), { noted: { t1: ['value|\ud83d'] } });
    expect(decodeTeam('t', encodeTeam(cut))).toEqual(cut);
  });

  it.each([
    ['a field of the wrong kind', { status: 'done' }, 'status'],
    ['an optional field of the wrong kind', { quietUntil: 5 }, 'quietUntil'],
    ['an optional field set to null', { ownerSince: null }, 'ownerSince'],
    ['a day that is no day', { progressOn: 'gestern' }, 'progressOn'],
    ['a broken signal', { signals: { listPrice: 'viel' } }, 'signals.listPrice'],
  ])('are refused with %s, naming the place', (_, change, place) => {
    expect(() => decodeTask('teams/s1/tasks/t1', { ...encodeTask(full), ...change })).toThrow(
      new RegExp(`teams/s1/tasks/t1 .*${place}`),
    );
  });

  it.each([
    ['reps', { reps: { r1: '{}' } }],
    ['reps', { reps: ['{}'] }],
    ['pending', { pending: 'x' }],
    ['waiting', { waiting: {} }],
    ['noted', { noted: 5 }],
    ['policy.load', { policy: { ...DEFAULT_POLICY, load: {} } }],
  ])('are refused when %s of the head is broken', (place, change) => {
    expect(() => decodeTeam('teams/s1', { ...encodeTeam(team(teamId('s1'))), ...change })).toThrow(place);
  });
});

describe('ids of documents', () => {
  it.each(['t1', '_unowned', '客户-1', 'a.b', '...', '__x', 'e1#2', 'a b'])('may be %j', (id) => {
    expect(isStorableId(id)).toBe(true);
  });

  it.each(['', '.', '..', '__x__', 'a/b', '\ud83d', 'é'.repeat(751)])('may not be %j', (id) => {
    expect(isStorableId(id)).toBe(false);
  });
});

describe('an event of 500 new tasks', () => {
  it('fits one document with room to spare', () => {
    const many = Array.from({ length: 500 }, (_, n) => added(task(`task-id-${n}`, WANG)));
    const { effects } = encodeEvent(record(many)) as { effects: string[] };
    const bytes = effects.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    expect(bytes).toBeLessThan(450_000);
  });
});
