/** What simulated people do at the board in one sitting. They know the board as people do; nothing here knows the rules. */
import { randomFrom, type Random } from '../../../local/sample-team/random.ts';
import {
  CUSTOMER_NAMES,
  INDUSTRIES,
  INDUSTRY_KEYS,
  inLanguage,
  joined,
} from '../../../local/sample-team/sample-industries.ts';
import { UNOWNED, type BoardState } from '../../../shared/domain/board-state.ts';
import { dayAt, type Day } from '../../../shared/domain/day.ts';
import { byText, type RepId } from '../../../shared/domain/ids.ts';
import { textPrint } from '../../../shared/domain/text-print.ts';
import type { Rep } from '../../../shared/domain/rep.ts';
import { CUSTOMER_VALUES, DIFFICULTIES, type BookEntry } from '../../../shared/domain/task.ts';
import { HANDOVER_ITEMS } from '../../../shared/domain/handover.ts';
import { askedOf, isAsleep } from '../../../shared/decide/who-is-asked.ts';
import { isAway } from '../../../shared/scoring/absence.ts';
import { FIRST_DATA_ROW } from '../../../shared/sheet/layout.ts';
import { spell } from '../../../shared/text/spellings.ts';
import type { Typed, WeeksWorld } from './weeks-world.ts';

/**
 * How deals find their owner. `byFit`: nobody types an owner, suggestions are answered, moves are made.
 * `byHand`: the way the article complains about. A supervisor types the owner once and for all: deals of
 * high value go to the three strongest in turn, the others to whoever has that industry as a district; a
 * suggestion is never answered, and a deal changes hands only when its owner goes.
 */
export type Habit = 'byFit' | 'byHand';

/** How many deals and how much attention there is. Shares are per working day. */
export const PACE = {
  /** New deals, on average. */
  created: 3,
  /** Of an open deal being closed; half of them won. */
  closed: 0.045,
  /** Of an open deal that is not of high value turning out to be. */
  raised: 0.004,
  /** Share of sittings, three a day, in which a rep moves a deal forward. */
  diligence: 0.85,
  /** Share of suggestions answered per sitting. */
  answered: 0.5,
  /** Of the answers: accept, keep; the rest is "not now". */
  accept: 0.65,
  keep: 0.2,
  /** Share of handovers taken a step further per sitting. */
  handedOver: 0.5,
} as const;

export interface Sitting {
  readonly world: WeeksWorld;
  readonly habit: Habit;
  /** Draws what depends on the habit; what does not is drawn from day and deal, the same for both. */
  readonly random: Random;
  /** First of the day: deals come in, close and rise only then. */
  readonly first: boolean;
}

/** Everything that people do in one sitting, in the order in which they come to the office. */
export const sit = async (sitting: Sitting): Promise<void> => {
  const { world, habit, first } = sitting;
  const state = await look(world);
  const today = dayAt(world.now(), state.team.policy.timeZone);
  const rows = await rowsOf(world);
  if (first) {
    await closeAndRaise(world, state, rows, today);
    await bringIn(sitting, state, rows, today);
  }
  const present = Object.values(state.team.reps)
    .filter((rep) => rep.fields.role === 'rep' && !isAway(rep, today))
    .sort((a, b) => byText(a.fields.name, b.fields.name));
  await world.typeAtOnce(present.flatMap((rep) => forward(sitting, state.books[rep.id] ?? {}, rows)));
  if (habit === 'byHand') return coverByHand(sitting, state, rows, today);
  if (!world.hears()) return;
  await answer(sitting, state, today);
  await handOver(sitting, state, present);
};

export const look = async ({ app, team }: WeeksWorld): Promise<BoardState> => {
  const state = await app.ports.store.load(team, { tasks: [], books: [], allBooks: true });
  if (state === null) throw new Error('the board is gone');
  return state;
};

/** Rows of the Tasks tab by id, and where the next new one goes. */
interface Rows {
  readonly of: ReadonlyMap<string, number>;
  next: number;
}

const rowsOf = async ({ app, team }: WeeksWorld): Promise<Rows> => {
  const { ids } = await app.ports.board.read(team, { rows: [], whole: [], ids: ['tasks'] });
  const of = new Map((ids.tasks ?? []).map(({ id, row }) => [id, row]));
  return { of, next: Math.max(FIRST_DATA_ROW - 1, ...of.values()) + 1 };
};

const typeInto = async (world: WeeksWorld, rows: Rows, entry: BookEntry, cells: Typed): Promise<void> => {
  const row = rows.of.get(entry.taskId);
  if (row !== undefined) await world.type('tasks', row, cells);
};

const openOf = (book: Readonly<Record<string, BookEntry>>): readonly BookEntry[] =>
  Object.values(book).filter(({ status }) => status === 'open');

/** The same for both habits: what happens to a deal on a day follows from its name and the day. */
const fateOf = (entry: BookEntry, today: Day): Random =>
  randomFrom(Number.parseInt(textPrint(`${today} ${entry.title}`).slice(0, 6), 36));

const closeAndRaise = async (
  world: WeeksWorld,
  { books }: BoardState,
  rows: Rows,
  today: Day,
): Promise<void> => {
  for (const [owner, book] of Object.entries(books)) {
    if (owner === UNOWNED) continue;
    for (const entry of openOf(book)) {
      const fate = fateOf(entry, today);
      if (fate.chance(PACE.closed))
        await typeInto(world, rows, entry, { stage: spell('stage', fate.pick(['won', 'lost']), 'zh-CN') });
      else if (fate.chance(PACE.raised) && entry.rating.value !== 'high')
        await typeInto(world, rows, entry, { value: spell('value', 'high', 'zh-CN') });
    }
  }
};

const bringIn = async (
  { world, habit }: Sitting,
  state: BoardState,
  rows: Rows,
  today: Day,
): Promise<void> => {
  const draw = randomFrom(Number(today.replaceAll('-', '')));
  const count = Math.floor(PACE.created) + (draw.chance(PACE.created % 1) ? 1 : 0);
  for (let index = 0; index < count; index += 1) {
    const industry = draw.pick(INDUSTRY_KEYS);
    const value = draw.weighted([
      ['high', 3],
      ['medium', 4],
      ['low', 3],
    ] as const);
    const difficulty = draw.pick(DIFFICULTIES);
    const name = inLanguage(INDUSTRIES[industry].name, 'zh-CN');
    const owner = habit === 'byHand' ? byHand(state, value, industry, `${today} ${index}`) : null;
    await world.type('tasks', rows.next, {
      customer: joined(draw.pick(CUSTOMER_NAMES), draw.pick(INDUSTRIES[industry].customers), 'zh-CN'),
      title: `新商机 ${today} ${index + 1}`,
      industry: name,
      value: spell('value', value, 'zh-CN'),
      difficulty: spell('difficulty', difficulty, 'zh-CN'),
      stage: spell('stage', 'prospecting', 'zh-CN'),
      ...(owner === null ? {} : { owner: owner.fields.name }),
    });
    rows.next += 1;
  }
};

const atWork = ({ team }: BoardState): readonly Rep[] =>
  Object.values(team.reps)
    .filter(({ fields }) => fields.role === 'rep' && fields.availability !== 'left')
    .sort((a, b) => byText(a.fields.name, b.fields.name));

/** The three strongest take the big customers in turn, whatever they carry; the rest goes by district. */
const byHand = (state: BoardState, value: string, district: string, deal: string): Rep | null => {
  const team = atWork(state);
  const strongest = team.filter(({ fields }) => fields.tier === 'senior').slice(0, 3);
  const from = value === 'high' && strongest.length > 0 ? strongest : team;
  const key = value === 'high' ? deal : district;
  return from[Number.parseInt(textPrint(key).slice(0, 6), 36) % from.length] ?? null;
};

/** What a rep moves forward in one sitting: mostly what has waited longest. */
const forward = (
  { world, random }: Sitting,
  book: Readonly<Record<string, BookEntry>>,
  rows: Rows,
): readonly { readonly row: number; readonly cells: Typed }[] => {
  const open = [...openOf(book)].sort(
    (a, b) => byText(a.progressOn, b.progressOn) || byText(a.taskId, b.taskId),
  );
  if (!random.chance(PACE.diligence)) return [];
  const entry = open[random.chance(0.6) ? 0 : random.whole(0, Math.max(0, open.length - 1))];
  const row = entry === undefined ? undefined : rows.of.get(entry.taskId);
  return row === undefined ? [] : [{ row, cells: { nextStep: `${world.now()} 约下一次沟通` } }];
};

const answer = async ({ world, random }: Sitting, { team }: BoardState, today: Day): Promise<void> => {
  const pending = Object.values(team.pending).sort((a, b) => byText(a.taskId, b.taskId));
  for (const one of pending) {
    if (isAsleep(one, today) || !random.chance(PACE.answered)) continue;
    const asked = one.needs === 'supervisor' ? null : askedOf(one, team, today);
    const rep = asked ?? supervisorOf(team.reps, one.from);
    if (rep === null) continue;
    const draw = random.unit();
    const how = draw < PACE.accept ? 'accept' : draw < PACE.accept + PACE.keep ? 'keep' : 'snooze';
    const act = { do: how, taskId: one.taskId, receipt: one.receipt } as const;
    await world.run('act', (app) => app.people.act(world.team, { id: app.ports.ids.next(), rep, act }));
  }
};

/** The supervisor named in somebody's row, else any. */
const supervisorOf = (reps: Readonly<Record<string, Rep>>, rep: RepId | undefined): RepId | null => {
  const all = Object.values(reps).filter(({ fields }) => fields.role === 'supervisor');
  const named = rep === undefined ? undefined : reps[rep]?.fields.supervisor;
  return (all.find(({ fields }) => fields.name === named) ?? all[0])?.id ?? null;
};

/** Givers write what is missing, takers confirm, supervisors release what is overdue; some take their time. */
const handOver = async (
  { world, random }: Sitting,
  { team }: BoardState,
  present: readonly Rep[],
): Promise<void> => {
  const there = new Set(present.map(({ id }) => id));
  for (const line of Object.values(team.handovers ?? {})) {
    if (!random.chance(PACE.handedOver)) continue;
    const { taskId, due, gaps, from, to } = line;
    const lead = supervisorOf(team.reps, from);
    const [rep, act] =
      due <= world.now() && gaps.length > 0 && !there.has(from) && lead !== null
        ? [lead, { do: 'releaseHandover', taskId } as const]
        : gaps.length > 0
          ? [from, { do: 'writeHandover', taskId, items: WRITTEN } as const]
          : [to, { do: 'confirmHandover', taskId, item: 'all' } as const];
    if (rep !== lead && !there.has(rep)) continue;
    await world.run('act', (app) => app.people.act(world.team, { id: app.ports.ids.next(), rep, act }));
  }
};

const WRITTEN = Object.fromEntries(HANDOVER_ITEMS.map((item) => [item, '见拜访记录']));

/** Deals of whoever is gone for good, all to the one who seems strongest. */
const coverByHand = async ({ world }: Sitting, state: BoardState, rows: Rows, today: Day): Promise<void> => {
  for (const rep of Object.values(state.team.reps)) {
    if (rep.fields.availability !== 'left') continue;
    for (const entry of openOf(state.books[rep.id] ?? {})) {
      const to = byHand(state, entry.rating.value, rep.id, `${today} ${entry.taskId}`);
      if (to !== null) await typeInto(world, rows, entry, { owner: to.fields.name });
    }
  }
};

/** Types into somebody's row of the Team tab. */
export const typeOfPerson = async (world: WeeksWorld, name: string, cells: Typed): Promise<void> => {
  const state = await look(world);
  const id = Object.values(state.team.reps).find(({ fields }) => fields.name === name)?.id;
  const { ids } = await world.app.ports.board.read(world.team, { rows: [], whole: [], ids: ['team'] });
  const row = ids.team?.find((one) => one.id === id)?.row;
  if (row === undefined) throw new Error(`nobody of the name ${name} on the Team tab`);
  await world.type('team', row, cells);
};

/** Raises the value of some open deal: what happens at night, too. */
export const raiseSomeDeal = async (world: WeeksWorld): Promise<void> => {
  const { books, team } = await look(world);
  const entry = Object.entries(books)
    .filter(([owner]) => owner !== UNOWNED)
    .flatMap(([, book]) => openOf(book))
    .sort((a, b) => byText(a.taskId, b.taskId))
    .find(({ rating, taskId }) => rating.value !== 'high' && team.pending[taskId] === undefined);
  const rows = await rowsOf(world);
  if (entry !== undefined)
    await typeInto(world, rows, entry, { value: spell('value', CUSTOMER_VALUES[0], 'zh-CN') });
};
