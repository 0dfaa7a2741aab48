import { describe, expect, it } from 'vitest';
import { planChannelMessage } from '../../../shared/mail/plan-channel.ts';
import { planMails } from '../../../shared/mail/plan-mails.ts';
import { evolveAll } from '../../../shared/decide/evolve.ts';
import { decide } from '../../../shared/decide/decide.ts';
import { aBoard, rid, tasksLike, tid, type BoardSpec } from '../../support/board-builder.ts';
import { sweep } from '../../support/board-events.ts';
import { wholeOf } from '../../support/board-world.ts';
import { pending, SAMPLES } from '../../support/effect-samples.ts';
import { batchOf } from '../../support/mail-batch.ts';

const lisa = { name: 'Lisa', email: 'lisa@example.com' } as const;
const wang = { name: '老王', email: 'wang@example.com' } as const;
const boss = { name: 'Boss', email: 'boss@example.com', role: 'supervisor' } as const;
const quiet = { reps: { lisa, boss }, tasks: { t1: { owner: 'lisa', idle: 9 } } } as const;

const chatAfter = (spec: BoardSpec) => {
  const before = wholeOf(aBoard(spec));
  const effects = decide(before, sweep());
  return planChannelMessage(batchOf(evolveAll(before, effects), effects));
};

describe('the chat message of a batch', () => {
  it('is none where nothing concerns a supervisor', () => {
    expect(chatAfter({ reps: { lisa, boss }, tasks: { t1: { owner: 'lisa' } } })).toBeNull();
    // A suggestion to a rep is between the rep and the supervisor: it goes by mail.
    expect(chatAfter({ reps: { lisa }, tasks: { t1: {} } })).toBeNull();
  });

  it('says one sentence for each kind of thing, and leads to the board', () => {
    const planned = chatAfter({
      reps: { wang, lisa, boss },
      tasks: {
        ...tasksLike(5, { owner: 'wang', value: 'high', difficulty: 'hard' }),
        t9: { owner: 'lisa', idle: 9 },
      },
    });
    expect(planned?.kinds).toEqual(['overload', 'stale']);
    expect(planned?.message).toMatchObject({
      language: 'zh-CN',
      title: '配能提醒：2 件事',
      link: { text: '打开看板', url: 'https://board.example/' },
    });
    expect(planned?.message.lines[0]).toContain('老王');
  });

  it('speaks the language of the board, whatever its readers read their mail in', () => {
    const boss2 = { ...boss, language: 'zh-CN' } as const;
    const planned = chatAfter({ ...quiet, reps: { lisa, boss: boss2 }, policy: { language: 'en' } });
    expect(planned?.message).toMatchObject({ language: 'en', title: 'Peineng: one thing to look at' });
  });

  it('counts upgraded customers beyond the first', () => {
    const state = wholeOf(
      aBoard({ reps: { lisa, wang, boss }, tasks: { t1: { owner: 'lisa' }, t2: { owner: 'lisa' } } }),
    );
    const made = ['t1', 't2'].map((key) => ({
      ...SAMPLES.suggestionMade,
      pending: {
        ...pending,
        taskId: tid(key),
        from: rid('lisa'),
        to: rid('wang'),
        cause: 'VALUE_UP' as const,
      },
    }));
    const after = evolveAll(state, made);
    const [line] = planChannelMessage(batchOf(after, made))?.message.lines ?? [];
    expect(line).toContain('customer of t1');
    expect(line).toContain('（还有 1 个）');
  });

  it('holds no personal link, no address, no amount and no next step', () => {
    const planned = chatAfter({
      reps: { lisa, boss },
      tasks: { t1: { owner: 'lisa', idle: 9, amount: 987_654, nextStep: '打电话 13912345678' } },
    });
    const said = JSON.stringify(planned);
    expect(said).not.toMatch(/page\.example|@example|987|139/);
  });

  it('speaks of the same things as the supervisor’s mail', () => {
    const before = wholeOf(aBoard(quiet));
    const effects = decide(before, sweep());
    const batch = batchOf(evolveAll(before, effects), effects);
    const mail = planMails(batch).find(({ to }) => to.name === 'Boss');
    expect(planChannelMessage(batch)?.message.lines).toEqual(mail?.sections.map(({ subject }) => subject));
  });

  it('of a new team tells no week that it did not have; of a week that is over, one sentence', () => {
    const board = wholeOf(aBoard({ reps: { lisa, boss }, tasks: { t1: { owner: 'lisa' } } }));
    const run = { type: 'runDone', run: 'weekly', due: 0 } as const;
    expect(planChannelMessage(batchOf(board, [{ ...run, first: true }]))).toBeNull();
    expect(planChannelMessage(batchOf(board, [run]))?.kinds).toEqual(['digest']);
  });
});
