import type { BoardState } from '../domain/board-state.ts';
import type { RepId } from '../domain/ids.ts';
import type { RatingCell, Tally } from '../domain/rep.ts';
import type { TaskType } from '../domain/task.ts';
import { cellOf, typeOf } from '../scoring/load.ts';

/** What the supervisor wants to see; null is everything. */
export interface DashboardFilter {
  readonly rep: RepId | null;
  readonly type: TaskType | null;
}

/**
 * The same board as if it held tasks of one type only, so that every figure can be counted the usual way. Loads are
 * those of the remaining tasks; limits and pauses stay what they are.
 */
export const onlyType = (state: BoardState, type: TaskType | null): BoardState => {
  if (type === null) return state;
  const { team } = state;
  const ofType = (open: Tally): Tally =>
    Object.fromEntries(Object.entries(open).filter(([cell]) => typeOf(cell as RatingCell) === type));
  return {
    ...state,
    team: {
      ...team,
      reps: Object.fromEntries(
        Object.entries(team.reps).map(([id, rep]) => [id, { ...rep, open: ofType(rep.open) }]),
      ),
    },
    books: Object.fromEntries(
      Object.entries(state.books).map(([key, book]) => [
        key,
        Object.fromEntries(Object.entries(book).filter(([, { rating }]) => typeOf(cellOf(rating)) === type)),
      ]),
    ),
  };
};
