import type { RepId, TaskId, TeamId } from '../domain/ids.ts';
import type { TaskType } from '../domain/task.ts';

/**
 * Moving many deals of one person at once: looked at before, then done exactly as it was looked at. Whoever calls has
 * made sure of the address (identity token); supervisors move the deals of their people, whoever installed the board
 * those of all.
 */
export interface ManyMoves {
  /** Whose deals this person may move, and who could get some. Null: no such board, or nobody's. */
  choices(team: TeamId, email: string): Promise<ManyChoices | null>;
  /** What a move would do. Null as in `choices`, or when `from` is none of theirs. */
  preview(team: TeamId, email: string, wish: ManyWish): Promise<ManyPreview | null>;
  /** Moves exactly this set, or nothing. The same `id` moves once. */
  move(team: TeamId, email: string, request: ManyRequest): Promise<ManyOutcome>;
}

export interface ManyChoices {
  /** By name; those who left or are on leave first. */
  readonly from: readonly {
    readonly rep: RepId;
    readonly name: string;
    readonly open: number;
    readonly state: 'here' | 'leave' | 'left';
  }[];
  readonly to: readonly { readonly rep: RepId; readonly name: string }[];
}

/** Which deals a move of many is about. */
export interface ManyWish {
  readonly from: RepId;
  readonly type?: TaskType;
  /** All to one person; without it each deal goes to whoever fits best. */
  readonly to?: RepId;
}

/** A deal, as people recognise it. */
export interface ManyDeal {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
}

export interface ManyPreview {
  readonly moves: readonly (ManyDeal & {
    readonly type: TaskType;
    readonly points: number;
    readonly to: RepId;
    readonly toName: string;
  })[];
  /** Deals that would stay, and why: nobody has room, the transfer budget is used up, own-sourced. */
  readonly staying: readonly (ManyDeal & { readonly why: 'NOBODY_FREE' | 'BUDGET' | 'OWN_SOURCED' })[];
  /** Deals beyond what one set holds: they come up in the preview after this one. */
  readonly more: number;
  /** Load of everybody concerned, before and after. */
  readonly loads: readonly {
    readonly rep: RepId;
    readonly name: string;
    readonly before: number;
    readonly after: number;
    /** For new work: less than the load limit on the first days after a leave. */
    readonly limit: number;
  }[];
}

export interface ManyRequest {
  readonly id: string;
  readonly from: RepId;
  readonly moves: readonly { readonly taskId: TaskId; readonly to: RepId }[];
}

/** Why a deal of the set cannot be moved as it was looked at. */
export type ManyChange = 'GONE' | 'CLOSED' | 'MOVED_ON' | 'TARGET_AWAY';

export type ManyOutcome =
  /** `undo`: the audit row whose tick takes all of it back. */
  | { readonly kind: 'done'; readonly moved: number; readonly undo: string; readonly told: boolean }
  | { readonly kind: 'repeated' }
  /** Nothing was moved: these deals are not what they were. */
  | { readonly kind: 'changed'; readonly deals: readonly (ManyDeal & { readonly why: ManyChange })[] }
  | { readonly kind: 'tooMany'; readonly most: number }
  | { readonly kind: 'notAllowed' };
