import { describe, expect, test } from 'vitest';
import type { PersonActed } from '../../../shared/decide/board-event.ts';
import { refusalOf } from '../../../shared/decide/decide-act.ts';
import { eventId, type RepId } from '../../../shared/domain/ids.ts';
import type { PersonAct } from '../../../shared/ports/people.ts';
import { contestLines, tagLines } from '../../../shared/pages/tag-lines.ts';
import { readContests } from '../../../shared/sheet/read-contests.ts';
import { contestsText } from '../../../shared/text/contest-words.ts';
import { aBoard, NOW, rid } from '../../support/board-builder.ts';
import { teamWith } from '../../support/board-events.ts';
import { given } from '../../support/given.ts';

const BOARD = aBoard({
  reps: {
    lisa: { name: 'Lisa', supervisor: 'Boss', tags: { industry: ['IVD', '骨科'], tools: ['CRM'] } },
    boss: { name: 'Boss', role: 'supervisor' },
    other: { name: 'Other', role: 'supervisor' },
  },
});
const LISA = rid('lisa');
const acted = (rep: string, act: PersonAct, id = 'event-contest'): PersonActed => ({
  kind: 'act',
  id: eventId(id),
  at: NOW,
  actor: `${rep}@example.com`,
  rep: rid(rep),
  act,
});
const contested = (state: typeof BOARD, rep: RepId = LISA) => state.team.reps[rep]?.fields.contested;

describe('from the phone', () => {
  const open = given(BOARD).when(acted('lisa', { do: 'contestTag', tag: 'ivd', reason: ' 只有两单 ' }));

  test('a rep contests a tag of their own, with a reason; the cells are written to match', () => {
    expect(contested(open.state)).toEqual([{ tag: 'IVD', state: 'open', reason: '只有两单' }]);
    expect(open.only('contestCellsSet').rep).toBe(LISA);
  });

  test('the tag shows as contested to the rep, and waits for their supervisor alone', () => {
    const { team } = open.state;
    const [line] = tagLines(team.reps[LISA]!, 'en');
    expect(line).toMatchObject({ tag: 'IVD', family: 'industry', n: 0, contest: 'open', reason: '只有两单' });
    expect(contestLines(team, team.reps[rid('boss')]!, 'en')).toMatchObject([
      { rep: LISA, repName: 'Lisa', tag: 'IVD', reason: '只有两单' },
    ]);
    expect(contestLines(team, team.reps[rid('other')]!, 'en')).toEqual([]);
  });

  test.each(['upheld', 'withdrawn'] as const)('the supervisor answers: %s; the reason stays', (answer) => {
    const { state } = given(open.state).when(
      acted('boss', { do: 'answerContest', rep: LISA, tag: 'IVD', answer }, 'event-answer'),
    );
    expect(contested(state)).toEqual([{ tag: 'IVD', state: answer, reason: '只有两单' }]);
    expect(contestLines(state.team, state.team.reps[rid('boss')]!, 'en')).toEqual([]);
  });

  test('contesting the same with the same words again changes nothing', () => {
    const again = acted('lisa', { do: 'contestTag', tag: 'IVD', reason: '只有两单' }, 'event-again');
    given(open.state).when(again).then([]);
    expect(refusalOf(open.state, again)).toBeNull();
  });

  test.each<[string, string, PersonAct, string]>([
    ['of a tag nobody knows of them', 'lisa', { do: 'contestTag', tag: '会唱歌' }, 'NO_SUCH_TAG'],
    [
      'with a reason beyond 200 characters',
      'lisa',
      { do: 'contestTag', tag: 'CRM', reason: 'x'.repeat(201) },
      'TEXT_TOO_LONG',
    ],
    [
      'answered by the rep',
      'lisa',
      { do: 'answerContest', rep: LISA, tag: 'IVD', answer: 'withdrawn' },
      'SUPERVISOR_ONLY',
    ],
    [
      'answered by the supervisor of others',
      'other',
      { do: 'answerContest', rep: LISA, tag: 'IVD', answer: 'upheld' },
      'NOT_YOURS',
    ],
    [
      'answered where nobody contests',
      'boss',
      { do: 'answerContest', rep: LISA, tag: 'CRM', answer: 'upheld' },
      'NO_CONTEST',
    ],
  ])('a contest %s is refused and changes nothing', (_name, rep, act, why) => {
    const event = acted(rep, act, 'event-bad');
    given(open.state).when(event).then([]);
    expect(refusalOf(open.state, event)).toBe(why);
  });
});

describe('in the Team tab', () => {
  test('tags are understood in any spelling; a tag that is none of theirs is noted with those that are', () => {
    const { state } = given(BOARD).when(teamWith(BOARD, { [LISA]: { contested: ' ｉｖｄ ； crm' } }));
    expect(contested(state)).toMatchObject([
      { tag: 'IVD', state: 'open' },
      { tag: 'CRM', state: 'open' },
    ]);
    const refused = given(BOARD).when(teamWith(BOARD, { [LISA]: { contested: '骨' } }));
    expect(refused.only('rowRefused').problems).toEqual([
      { column: 'contested', given: '骨', problem: { code: 'UNKNOWN_TAG', known: ['IVD', '骨科', 'CRM'] } },
    ]);
    expect(contested(refused.state)).toBeUndefined();
  });

  test('a tick alone contests every tag of the row; with a tag named beside it, that one', () => {
    const all = given(BOARD).when(teamWith(BOARD, { [LISA]: { contest: true } }));
    expect(contested(all.state)?.map(({ tag }) => tag)).toEqual(['IVD', '骨科', 'CRM']);
    expect(all.of('contestCellsSet')).toHaveLength(1);
    const one = given(BOARD).when(teamWith(BOARD, { [LISA]: { contest: true, contested: 'CRM' } }));
    expect(contested(one.state)).toEqual([{ tag: 'CRM', state: 'open' }]);
  });

  test('an answer holds for what waits, is kept with each tag, and a tag contested later waits anew', () => {
    const open = given(BOARD).when(teamWith(BOARD, { [LISA]: { contested: 'IVD' } })).state;
    const kept = given(open).when(teamWith(open, { [LISA]: { answer: '保留标签' } })).state;
    expect(contested(kept)).toEqual([{ tag: 'IVD', state: 'upheld' }]);
    const next = given(kept).when(teamWith(kept, { [LISA]: { contested: 'IVD (Keep tag), CRM' } })).state;
    expect(contested(next)?.map(({ state }) => state)).toEqual(['upheld', 'open']);
    const dropped = given(next).when(teamWith(next, { [LISA]: { answer: 'Drop tag' } })).state;
    expect(contested(dropped)?.map(({ state }) => state)).toEqual(['upheld', 'withdrawn']);
  });

  test('a reason given on the phone outlives an edit of the row; taking the tag out ends the contest', () => {
    const open = given(BOARD).when(acted('lisa', { do: 'contestTag', tag: 'CRM', reason: 'why' })).state;
    const renamed = given(open).when(teamWith(open, { [LISA]: { name: 'Lisa L.' } })).state;
    expect(contested(renamed)).toEqual([{ tag: 'CRM', state: 'open', reason: 'why' }]);
    const gone = given(open).when(teamWith(open, { [LISA]: { contested: null } })).state;
    expect(contested(gone)).toBeUndefined();
  });

  test('the cell that is written is read back as the same', () => {
    const contests = [
      { tag: '骨科（高值）', state: 'open' },
      { tag: 'IVD', state: 'upheld' },
      { tag: '长线型', state: 'withdrawn' },
    ] as const;
    for (const language of ['zh-CN', 'en'] as const)
      expect(readContests(contestsText(contests, language)!)?.map(({ state }) => state)).toEqual(
        contests.map(({ state }) => state),
      );
  });
});
