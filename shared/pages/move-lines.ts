import { UNOWNED, type BoardState, type BookKey, type Team } from '../domain/board-state.ts';
import type { RepId } from '../domain/ids.ts';
import type { Rep } from '../domain/rep.ts';
import { isSupervisorOf } from '../decide/who-is-asked.ts';
import { repOfEmail } from '../moves/rep-of-email.ts';
import { movesOf, type Move } from '../moves/set-of-moves.ts';
import type { MoveLine } from '../ports/person-home.ts';
import type { EventRecord } from '../ports/store.ts';

/** Deals of a set that are named one by one. */
const NAMED = 3;

const takerOf = ({ task }: Move): BookKey => task.fields.owner ?? UNOWNED;

const ownersOf = ({ before, task }: Move): readonly RepId[] =>
  [before.fields.owner, task.fields.owner].filter((id) => id !== undefined);

/** The moves of an event that a supervisor leads one side of: all or none, as they are taken back together. */
const ledMoves = ({ effects }: EventRecord, team: Team, person: Rep): readonly Move[] => {
  const moves = movesOf(effects);
  const leads = (id: RepId): boolean => isSupervisorOf(person, team.reps[id], team);
  return moves.some((move) => ownersOf(move).some(leads)) ? moves : [];
};

/** The books that tell whether these moves can still be taken back: those of whoever got the deals. */
export const booksOfMoves = (events: readonly EventRecord[], team: Team, person: Rep): readonly BookKey[] => [
  ...new Set(events.flatMap((event) => ledMoves(event, team, person)).map(takerOf)),
];

/** The newest moves and sets of moves of a supervisor's team, each to be taken back as a whole. */
export const moveLines = (
  events: readonly EventRecord[],
  { team, books }: Pick<BoardState, 'team' | 'books'>,
  person: Rep,
): readonly MoveLine[] => {
  const name = (id: RepId | undefined): string | null =>
    id === undefined ? null : (team.reps[id]?.fields.name ?? '?');
  return events.flatMap((event): readonly MoveLine[] => {
    const moves = ledMoves(event, team, person);
    if (moves.length === 0) return [];
    const open = moves.filter((move) => books[takerOf(move)]?.[move.task.id]?.status === 'open').length;
    return [
      {
        auditId: auditIdOf(event, moves),
        at: event.at,
        actor: repOfEmail(team, event.actor)?.fields.name ?? event.actor,
        automatic: moves.every(({ cause }) => cause === 'assigned'),
        from: [...new Set(moves.map(({ before }) => name(before.fields.owner)))],
        to: [...new Set(moves.map(({ task }) => name(task.fields.owner)))],
        deals: moves.slice(0, NAMED).map(({ task }) => ({
          customer: task.fields.customer,
          title: task.fields.title,
        })),
        count: moves.length,
        open,
      },
    ];
  });
};

/** The row of the set, or of the only move; deals moved together without a row of their own go by the event. */
const auditIdOf = ({ id, effects }: EventRecord, moves: readonly Move[]): string => {
  const set = effects.findIndex(({ type }) => type === 'movedMany');
  if (set >= 0) return `${id}#${set}`;
  const [only] = moves;
  return moves.length === 1 && only !== undefined ? `${id}#${effects.indexOf(only)}` : id;
};
