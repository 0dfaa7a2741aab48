import type {
  CheckRequest,
  EditEvent,
  SetUpRequest,
  StatusRequest,
} from '../../shared/contract/edit-event.ts';
import type { MoveManyRequest, PreviewMovesRequest } from '../../shared/contract/many-moves.ts';
import type { Language as BoardLanguage } from '../../shared/domain/rep.ts';

/**
 * What the add-on and the cloud functions say to each other: the types of the functions' own schemas, taken as
 * types alone, so that the bundle carries no parser.
 */
export type Language = BoardLanguage;

/** Body of `POST /onBoardEdit`: a hint that something changed. The function reads the sheet itself. */
export type EditMessage = Readonly<EditEvent>;
/** Zero-based, end-exclusive cell area, as in the Sheets API's GridRange. */
export type WireRange = NonNullable<EditMessage['range']>;
/** Body of `POST /setUpBoard`. */
export type SetUpMessage = Readonly<SetUpRequest>;
/** Body of `POST /boardStatus`. */
export type StatusMessage = Readonly<StatusRequest>;
/** Body of `POST /previewMoves`. */
export type PreviewMovesMessage = Readonly<PreviewMovesRequest>;
/** Body of `POST /moveMany`. */
export type MoveManyMessage = Readonly<MoveManyRequest>;
/** Body of `POST /onReconcile`: compare the whole sheet with what is stored. */
export type ReconcileMessage = Readonly<CheckRequest>;

export type Light = 'green' | 'yellow' | 'red';

export interface StatusLine {
  readonly label: string;
  readonly value: string;
  readonly light?: Light;
  /** Lines that can be unfolded below it. */
  readonly more?: readonly string[];
}

/** Which body belongs to which path. */
export interface WireRequests {
  readonly onBoardEdit: EditMessage;
  readonly setUpBoard: SetUpMessage;
  readonly boardStatus: StatusMessage;
  readonly previewMoves: PreviewMovesMessage;
  readonly moveMany: MoveManyMessage;
  readonly onReconcile: ReconcileMessage;
}
