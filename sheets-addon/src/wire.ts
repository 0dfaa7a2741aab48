/** What the add-on and the cloud functions say to each other, as plain types: the bundle carries no parser. */

/** The two languages of every text for people. */
export type Language = 'zh-CN' | 'en';

/** Zero-based, end-exclusive cell area, as in the Sheets API's GridRange. */
export interface WireRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** Body of `POST /onBoardEdit`: a hint that something changed. The function reads the sheet itself. */
export interface EditMessage {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly spreadsheetId: string;
  readonly kind: 'edit' | 'change';
  readonly sheetId?: number;
  readonly range?: WireRange;
  /** Google's onChange type, e.g. `REMOVE_ROW`. */
  readonly changeType?: string;
  /** E-mail of who edited. Google often withholds it. */
  readonly user?: string;
}

/** Body of `POST /setUpBoard`. */
export interface SetUpMessage {
  readonly id: string;
  readonly at: string;
  readonly spreadsheetId: string;
  readonly language: Language;
  readonly user?: string;
}

/** Body of `POST /boardStatus`. */
export interface StatusMessage {
  readonly spreadsheetId: string;
  readonly language: Language;
}

/** Body of `POST /onReconcile`: compare the whole sheet with what is stored. */
export interface ReconcileMessage {
  readonly id: string;
  readonly at: string;
  readonly spreadsheetId: string;
}

export type Light = 'green' | 'yellow' | 'red';

export interface StatusLine {
  readonly label: string;
  readonly value: string;
  readonly light?: Light;
}

/** Answer to an edit, a set-up or a check. */
export interface DoneReply {
  readonly ok: true;
  readonly message?: string;
}

/** Answer to a status question. */
export interface StatusReply {
  readonly ok: true;
  readonly lines: readonly StatusLine[];
}

/** Any 4xx or 5xx answer. */
export interface RefusalReply {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

/** Which body belongs to which path. */
export interface WireRequests {
  readonly onBoardEdit: EditMessage;
  readonly setUpBoard: SetUpMessage;
  readonly boardStatus: StatusMessage;
  readonly onReconcile: ReconcileMessage;
}
