import type { Effect } from '../../shared/decide/effects.ts';
import { evolveAll } from '../../shared/decide/evolve.ts';
import { decide } from '../../shared/decide/decide.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import { plusDays } from '../../shared/domain/day.ts';
import type { HandoverLine } from '../../shared/domain/handover.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { Cause } from '../../shared/domain/suggestion.ts';
import type { MailBatch } from '../../shared/mail/mail-context.ts';
import { planMails, withKinds } from '../../shared/mail/plan-mails.ts';
import type { MailKind, PlannedMail } from '../../shared/mail/planned-mail.ts';
import { aBoard, DAY_MS, NOW, rid, tid, TODAY, type RepSpec, type TaskSpec } from './board-builder.ts';
import { sweep } from './board-events.ts';
import { wholeOf } from './board-world.ts';
import { batchOf } from './mail-batch.ts';

/** `one` thing to say, `many`, or many with texts that people type to do harm. */
export const SAMPLE_SIZES = ['one', 'many', 'hostile'] as const;
export type SampleSize = (typeof SAMPLE_SIZES)[number];

interface Texts {
  readonly names: readonly string[];
  readonly deals: readonly (readonly [customer: string, title: string])[];
  readonly nextStep: string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  'zh-CN': {
    names: ['王芳', '老王', 'Lisa', '陈晨'],
    deals: [
      ['云岭骨科医院', '关节置换耗材年度框架'],
      ['远航体检中心', 'IVD 流水线升级'],
      ['华康口腔', '种植体试用'],
      ['青禾社区医院', '检验试剂续费'],
      ['博远影像', 'CT 维保三年'],
      ['仁和药房', '会员系统'],
      ['星河医疗集团', '集采入围'],
      ['江南妇幼', '监护仪更新'],
    ],
    nextStep: '约采购主任周四见面，带上报价',
  },
  en: {
    names: ['Grace', 'Lao Wang', 'Lisa', 'Chen'],
    deals: [
      ['Yunling Orthopaedics', 'joint implants, annual frame'],
      ['Voyage Check-ups', 'IVD line upgrade'],
      ['Huakang Dental', 'implant trial'],
      ['Qinghe Clinic', 'reagents, renewal'],
      ['Boyuan Imaging', 'CT maintenance, 3 years'],
      ['Renhe Pharmacy', 'member system'],
      ['Galaxy Medical', 'central tender'],
      ['Jiangnan Maternity', 'monitors'],
    ],
    nextStep: 'Meet the head of purchasing on Thursday, with a quote',
  },
};

const HOSTILE = [
  '<script>alert(1)</script>',
  '=HYPERLINK("https://evil.example","click")',
  'a\u202egnp.exe\u202c b',
  'long '.repeat(100),
  '"><img src=x onerror=alert(1)>',
  '${slots} `tick` \\',
  '</details></table><h1>x',
  'line\r\nbreak\u0000 \ud800',
] as const;

const textsFor = (language: Language, size: SampleSize): Texts =>
  size === 'hostile'
    ? {
        names: HOSTILE.slice(0, 4),
        deals: HOSTILE.map((text, index) => [text, HOSTILE[(index + 3) % HOSTILE.length] ?? ''] as const),
        nextStep: HOSTILE.join(' '),
      }
    : TEXTS[language];

const REPS = ['boss', 'wang', 'lisa', 'chen'] as const;

const repsFor = (language: Language, { names }: Texts): Readonly<Record<string, RepSpec>> =>
  Object.fromEntries(
    REPS.map((key, index): [string, RepSpec] => [
      key,
      {
        name: names[index] ?? key,
        email: `${key}@example.com`,
        language,
        role: key === 'boss' ? 'supervisor' : 'rep',
        tier: key === 'wang' ? 'senior' : 'growing',
      },
    ]),
  );

const sampleBoard = (
  language: Language,
  texts: Texts,
  count: number,
  taskOf: (index: number) => TaskSpec,
  reps: Readonly<Record<string, RepSpec>> = {},
): BoardState =>
  wholeOf(
    aBoard({
      policy: { language },
      reps: Object.fromEntries(
        Object.entries(repsFor(language, texts)).map(([key, spec]) => [key, { ...spec, ...reps[key] }]),
      ),
      tasks: Object.fromEntries(
        Array.from({ length: count }, (_, index): [string, TaskSpec] => {
          const [customer, title] = texts.deals[index % texts.deals.length] ?? ['', ''];
          return [`t${index}`, { customer, title, nextStep: texts.nextStep, ...taskOf(index) }];
        }),
      ),
    }),
  );

interface Sample {
  readonly state: BoardState;
  readonly effects: readonly Effect[];
  readonly changes?: Partial<MailBatch>;
  /** Whose mail it is. */
  readonly to: (typeof REPS)[number];
}

type Make = (language: Language, texts: Texts, count: number) => Sample;

const swept = (before: BoardState): { state: BoardState; effects: readonly Effect[] } => {
  const effects = decide(before, sweep());
  return { effects, state: evolveAll(before, effects) };
};

/** Real suggestions, as if 老王 held the deals and for another cause. */
const suggested = (language: Language, texts: Texts, count: number, cause: Cause) => {
  const fresh = swept(sampleBoard(language, texts, count, () => ({ value: 'low', difficulty: 'easy' })));
  const effects = fresh.effects.flatMap((effect): readonly Effect[] => {
    if (effect.type !== 'suggestionMade') return [];
    const pending = { ...effect.pending, from: rid('wang'), cause };
    return [{ ...effect, pending, receipt: { ...effect.receipt, cause } }];
  });
  return { effects, state: evolveAll(fresh.state, effects) };
};

const handoverLine = (index: number, texts: Texts): HandoverLine => {
  const [customer, title] = texts.deals[index % texts.deals.length] ?? ['', ''];
  return {
    taskId: tid(`t${index}`),
    customer,
    title,
    from: rid('wang'),
    to: rid('lisa'),
    openedAt: NOW - 3 * DAY_MS,
    due: NOW - DAY_MS,
    written: [],
    confirmed: [],
    gaps: ['preferences'],
  };
};

const weekly: Effect = { type: 'runDone', run: 'weekly', due: NOW };

/** A team in the middle of a week: some quiet deals, somebody overloaded, a queue. */
const week: Make = (language, texts, count) => {
  const owners = ['wang', 'lisa', 'chen'];
  const board = sampleBoard(language, texts, count === 1 ? 3 : 20, (index) => ({
    value: index % 3 === 0 ? 'high' : 'medium',
    difficulty: index % 4 === 0 ? 'hard' : 'easy',
    idle: count === 1 ? index * 4 : (index * 5) % 23,
    light: 'green',
    ...(index < 16
      ? { owner: index % 2 === 0 ? 'wang' : (owners[index % 3] ?? 'lisa') }
      : { waitingSince: NOW - 5 * DAY_MS }),
  }));
  const counts = { moves: 3, created: 5, progressed: 9, won: 2, lost: 1 };
  const points = { [rid('wang')]: { '2026-11': 300 } } as unknown as NonNullable<
    BoardState['team']['points']
  >;
  const wang = board.team.reps[rid('wang')]!;
  const reps = { ...board.team.reps, [rid('wang')]: { ...wang, paused: count > 1 } };
  const team = { ...board.team, reps, points, counts: { [TODAY]: counts } };
  return { state: { ...board, team }, effects: [weekly], to: 'wang' };
};

const MAKE: Readonly<Record<MailKind, Make>> = {
  suggestion: (language, texts, count) => {
    const one = swept(sampleBoard(language, texts, count, () => ({ value: 'low', difficulty: 'easy' })));
    const pending = Object.values(one.state.team.pending)[0];
    const to = REPS.find((key) => rid(key) === pending?.to) ?? 'lisa';
    return { ...one, to };
  },
  overload: (language, texts, count) => ({
    ...swept(
      sampleBoard(language, texts, count === 1 ? 9 : 20, (index) => ({
        owner: index < 9 ? 'wang' : index < 18 ? 'lisa' : 'chen',
        value: index < 18 ? 'high' : 'low',
      })),
    ),
    to: 'boss',
  }),
  nobodyFree: (language, texts, count) => {
    const board = sampleBoard(language, texts, count, () => ({ waitingSince: NOW }), {
      wang: { paused: true },
      lisa: { paused: true },
      chen: { availability: 'leave' },
    });
    const effects: readonly Effect[] = [{ type: 'nobodyFree', taskId: tid('t0'), at: NOW, nearest: null }];
    return { effects, state: evolveAll(board, effects), to: 'boss' };
  },
  valueUp: (...given) => ({ ...suggested(...given, 'VALUE_UP'), to: 'boss' }),
  away: (language, texts, count) => {
    const { state, effects } = suggested(language, texts, count, 'OWNER_AWAY');
    const deals = effects.flatMap((effect) => {
      if (effect.type !== 'suggestionMade') return [];
      const { taskId } = effect.pending;
      const { customer, title } = state.tasks[taskId]!.fields;
      return [{ taskId, customer, title }];
    });
    const began: Effect = {
      type: 'leaveBegan',
      rep: rid('wang'),
      since: TODAY,
      until: plusDays(TODAY, 9),
      long: false,
      moving: deals.length,
      waiting: 0,
      moves: deals,
      waits: [],
    };
    return { state, effects: [began, ...effects], to: 'boss' };
  },
  handover: (language, texts, count) => {
    const board = sampleBoard(language, texts, count, () => ({ owner: 'lisa' }));
    const lines = Array.from({ length: count }, (_, index) => handoverLine(index, texts));
    const handovers = Object.fromEntries(lines.map((line) => [line.taskId, line]));
    const effects = lines.map((line): Effect => ({ type: 'handoverLate', line, late: 'giver' }));
    return { state: { ...board, team: { ...board.team, handovers } }, effects, to: 'boss' };
  },
  stale: (language, texts, count) => {
    const owners = ['wang', 'lisa', 'chen'];
    return {
      ...swept(
        sampleBoard(language, texts, count === 1 ? 1 : 14, (index) => ({
          owner: count === 1 || index < 9 ? 'wang' : (owners[index % 3] ?? 'lisa'),
          idle: 8 + (index % 9),
          value: 'low',
        })),
      ),
      to: 'boss',
    };
  },
  plan: (language, texts, count) => {
    const { state, effects } = suggested(language, texts, count, 'OVERLOAD');
    const swaps = effects.flatMap((effect, index) => {
      if (effect.type !== 'suggestionMade') return [];
      const { taskId } = effect.pending;
      const { customer, title } = state.tasks[taskId]!.fields;
      const gain = 0.31 - index * 0.03;
      return [
        { taskId, customer, title, from: rid('wang'), to: effect.pending.to, gain, receipt: effect.receipt },
      ];
    });
    return { state, effects: [], changes: { plan: { swaps, atMostBelow: 0.018 } }, to: 'boss' };
  },
  setUp: (language, texts, count) => {
    const board = sampleBoard(language, texts, 0, () => ({}));
    const rows = Array.from({ length: count === 1 ? 0 : count + 4 }, (_, index): Effect => ({
      type: 'rowRefused',
      tab: 'tasks',
      row: index + 2,
      id: `row-${index}`,
      problems: [
        {
          column: 'value',
          given: texts.deals[index % 8]?.[0] ?? '',
          problem: { code: 'NOT_A_CHOICE', vocabulary: 'value' },
        },
      ],
    }));
    const accepts = { kind: 'number', min: 0, max: 1, whole: false } as const;
    const refused: Effect = {
      type: 'policyRefused',
      problems: [{ code: 'NOT_ACCEPTED', setting: 'margin', given: texts.deals[0]?.[1] ?? '', accepts }],
    };
    const effects = [refused, ...rows];
    return { effects, state: evolveAll(board, effects), to: 'boss' };
  },
  undelivered: (language, texts, count) => {
    const effects = Array.from({ length: count }, (_, index): Effect => ({
      type: 'mailDropped',
      rep: rid('wang'),
      dropped: {
        at: NOW,
        name: texts.names[(index % 3) + 1] ?? '',
        kinds: index % 2 === 0 ? ['suggestion', 'handover'] : ['report'],
        reason: index % 2 === 0 ? 'REFUSED' : 'GAVE_UP',
      },
    }));
    return { state: sampleBoard(language, texts, 0, () => ({})), effects, to: 'boss' };
  },
  report: week,
  digest: (...given) => ({ ...week(...given), to: 'boss' }),
};

/** A mail with one kind of section in it, made the way all mails are made. */
export const sampleMail = (kind: MailKind, language: Language, size: SampleSize): PlannedMail => {
  const { state, effects, changes, to } = MAKE[kind](
    language,
    textsFor(language, size),
    size === 'one' ? 1 : 8,
  );
  const mail = planMails(batchOf(state, effects, changes)).find((one) => one.to.rep === rid(to));
  const only = mail === undefined ? null : withKinds(mail, (one) => one === kind);
  if (only === null) throw new Error(`The sample of ${kind} has nothing to say.`);
  return { ...only, preferencesUrl: 'https://page.example/mail' };
};
