/** What the server side of the add-on tells the sidebar. Plain data: it crosses `google.script.run`. */
import type { ManyChoices, ManyOutcome, ManyPreview } from '../../shared/ports/many-moves.ts';
import type { MissedEdits } from './missed-edits.ts';
import type { Language, StatusLine } from './wire.ts';

/** Who set this board up: their account runs the triggers. */
export interface BoardOwner {
  readonly email: string;
  /** ISO time. */
  readonly at: string;
}

/** The latest message of the add-on to the functions and what came of it. */
export interface LastEvent {
  readonly at: string;
  readonly kind: 'edit' | 'change' | 'check' | 'setUp';
  readonly ok: boolean;
  readonly message: string;
}

export interface SidebarState {
  /** Language of the person looking. */
  readonly language: Language;
  readonly boardLanguage: Language;
  readonly endpoint: string;
  /** The `aud` of this script's identity tokens, which the functions must be told to accept; '' if unknown. */
  readonly audience: string;
  readonly owner: BoardOwner | null;
  readonly you: string;
  /** Null when they cannot be seen because another account owns them. */
  readonly triggersInstalled: boolean | null;
  readonly missed: MissedEdits | null;
  readonly last: LastEvent | null;
}

/** Result of something the sidebar or the menu asked for, with a text for the person. */
export interface Outcome {
  readonly ok: boolean;
  readonly code: 'DONE' | 'NO_ENDPOINT' | 'BAD_ENDPOINT' | 'OWNED' | 'NO_ACCOUNT' | 'BUSY' | 'FAILED';
  readonly message: string;
}

/** What the page shows of a preview. `id` names the set: moving it twice moves it once. */
export type PreviewAnswer =
  | { readonly ok: true; readonly id: string; readonly preview: ManyPreview }
  | { readonly ok: false; readonly message: string };

export type MoveAnswer =
  { readonly ok: true; readonly outcome: ManyOutcome } | { readonly ok: false; readonly message: string };

export type SidebarStatus =
  /** `movers`: whose deals the reader may move, and to whom; absent for readers who lead nobody. */
  | { readonly ok: true; readonly lines: readonly StatusLine[]; readonly movers?: ManyChoices }
  | { readonly ok: false; readonly message: string };
