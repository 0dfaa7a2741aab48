import { mayMoveFrom, refusalOfSet } from '../../shared/decide/decide-many.ts';
import type { ManyMoved } from '../../shared/decide/board-event.ts';
import type { Team } from '../../shared/domain/board-state.ts';
import { dayAt, type Day } from '../../shared/domain/day.ts';
import { byText, eventId, type TeamId } from '../../shared/domain/ids.ts';
import type { Rep } from '../../shared/domain/rep.ts';
import { MANY_AT_ONCE } from '../../shared/domain/many-size.ts';
import type {
  ManyChoices,
  ManyOutcome,
  ManyPreview,
  ManyRequest,
  ManyWish,
} from '../../shared/ports/many-moves.ts';
import { awayRule, isAway } from '../../shared/scoring/absence.ts';
import { tasksOf } from '../../shared/scoring/load.ts';
import { dealsOf, previewMany } from '../../shared/triggers/preview-many.ts';
import { commit } from './commit.ts';
import { drainOutbox, WRITTEN_TABS } from './drain-outbox.ts';
import type { Ports } from './ports.ts';
import { tell } from './tell.ts';

/** Whose deals an address may move, and who could get some; from the team's head alone. Null: nobody's. */
export const manyChoices = (team: Team, email: string, today: Day): ManyChoices | null => {
  const byName = (a: Rep, b: Rep): number => byText(a.fields.name, b.fields.name) || byText(a.id, b.id);
  const reps = Object.values(team.reps).sort(byName);
  const from = reps
    .filter((rep) => tasksOf(rep.open) > 0 && mayMoveFrom(team, email, rep))
    .map((rep) => ({
      rep: rep.id,
      name: rep.fields.name,
      open: tasksOf(rep.open),
      state: stateOf(rep, today),
    }))
    .sort((a, b) => URGENCY[a.state] - URGENCY[b.state]);
  if (from.length === 0 && !reps.some((rep) => mayMoveFrom(team, email, rep))) return null;
  const to = reps.filter((rep) => rep.fields.role === 'rep' && !isAway(rep, today));
  return { from, to: to.map((rep) => ({ rep: rep.id, name: rep.fields.name })) };
};

type State = ManyChoices['from'][number]['state'];
const URGENCY: Readonly<Record<State, number>> = { left: 0, leave: 1, here: 2 };

const stateOf = (rep: Rep, today: Day): State => {
  const rule = awayRule(rep, today);
  return rule === 'LEFT' ? 'left' : rule === 'ON_LEAVE' ? 'leave' : 'here';
};

export const readManyChoices = async (
  ports: Ports,
  id: TeamId,
  email: string,
): Promise<ManyChoices | null> => {
  const team = await ports.store.team(id);
  return team === null ? null : manyChoices(team, email, dayAt(ports.clock.now(), team.policy.timeZone));
};

/** What a move of many would do: read from the store, decided nowhere. */
export const previewMoves = async (
  ports: Ports,
  id: TeamId,
  email: string,
  wish: ManyWish,
): Promise<ManyPreview | null> => {
  const book = await ports.store.load(id, { tasks: [], books: [wish.from] });
  if (book === null || !mayMoveFrom(book.team, email, book.team.reps[wish.from])) return null;
  const tasks = dealsOf(book, wish)
    .slice(0, MANY_AT_ONCE)
    .map(({ taskId }) => taskId);
  const state = await ports.store.load(id, { tasks, books: [wish.from] });
  if (state === null) return null;
  return previewMany(state, wish, dayAt(ports.clock.now(), state.team.policy.timeZone));
};

/** Moves a set as it was looked at, by the road every edit takes: one event, decided, committed, then told. */
export const moveMany = async (
  ports: Ports,
  team: TeamId,
  email: string,
  { id, from, moves }: ManyRequest,
): Promise<ManyOutcome> => {
  const event: ManyMoved = {
    kind: 'many',
    id: eventId(id),
    at: ports.clock.now(),
    actor: email,
    from,
    moves,
  };
  const outcome = await commit(ports, team, event);
  switch (outcome.kind) {
    case 'unknownTeam':
      return { kind: 'notAllowed' };
    case 'duplicate':
      await drainOutbox(ports, team);
      return { kind: 'repeated' };
    case 'nothing':
      return refusalOfSet(outcome.state, event) ?? { kind: 'changed', deals: [] };
    case 'committed': {
      const { record, state } = outcome;
      const set = record.effects.findIndex(({ type }) => type === 'movedMany');
      const moved = record.effects[set];
      const read = await ports.board
        .read(team, { rows: [], whole: [], ids: [...WRITTEN_TABS, 'audit'] })
        .catch((error: unknown) => {
          // Done and kept in the outbox: a sheet out of reach is no reason to say that it failed.
          ports.log.warn('board not read', { team, error: String(error) });
          return null;
        });
      const told =
        read === null ? 'kept' : await tell(ports, { team, tellings: [{ records: [record], state }], read });
      return {
        kind: 'done',
        moved: moved?.type === 'movedMany' ? moved.tasks.length : 0,
        undo: `${record.id}#${set}`,
        told: told !== 'kept',
      };
    }
  }
};
