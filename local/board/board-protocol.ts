/**
 * What travels between the board's server part and the browser. Types only, so that both sides share one
 * contract without sharing code that only one of them can run.
 */
import type { sheets_v4 } from '../../functions/adapters/google-sheets-client.ts';
import type { ActionRefusal, BookChange, PersonAction } from '../sheets-service/service-api.ts';
import type { PackedGrid } from './packed-grid.ts';

/** The add-on's menu, as its host describes it. */
export interface MenuDescription {
  readonly title: string;
  readonly items: readonly (MenuItem | 'separator')[];
}

/** One line of the menu; choosing it runs the add-on's function of that name. */
export interface MenuItem {
  readonly label: string;
  readonly functionName: string;
}

/**
 * What the functions are doing, for the status line. `deciding` counts function calls under way.
 * `problem` is a sentence for people, shown until it is gone (for instance: the function could not be reached).
 */
export interface BoardStatus {
  readonly deciding: number;
  readonly problem?: string;
}

/** One tab: Google's `Sheet` with its cells packed, and no cells at all when it was not asked for. */
export interface SheetAnswer {
  readonly sheet: Omit<sheets_v4.Schema$Sheet, 'data'>;
  readonly grid?: PackedGrid;
}

/** Answer of `GET /board/api/book`: every tab, the cells of one of them. */
export interface BookAnswer {
  readonly spreadsheetId: string;
  readonly revision: number;
  readonly title: string;
  readonly timeZone?: string;
  readonly personEmail: string;
  readonly sheets: readonly SheetAnswer[];
}

/** Body of `POST /board/api/act`. */
export interface ActRequest {
  readonly clientId: string;
  /** Makes a retry after a lost answer harmless: the same id is applied once. */
  readonly actionId: string;
  /** Revision the positions in `action` refer to. */
  readonly baseRevision: number;
  readonly action: PersonAction;
}

/**
 * Answer of `POST /board/api/act`. `STALE` means that somebody else moved rows or columns of that tab after
 * `baseRevision`; nothing was applied and the window should fetch the tab, find its rows again and repeat.
 */
export type ActAnswer =
  | { readonly ok: true; readonly revision: number }
  | ActionRefusal
  | { readonly ok: false; readonly code: 'STALE'; readonly message: string };

/** Events of `GET /board/api/changes` by their SSE event name. */
export interface BoardEvents {
  /** First event of every connection. `resumed` false: changes may have been missed, fetch again. */
  readonly hello: { readonly revision: number; readonly resumed: boolean; readonly status: BoardStatus };
  readonly change: BookChange;
  readonly status: BoardStatus;
}
