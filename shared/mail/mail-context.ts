import type { Effect } from '../decide/effects.ts';
import type { BoardState } from '../domain/board-state.ts';
import type { Day, Instant } from '../domain/day.ts';
import type { RepId, TaskId } from '../domain/ids.ts';
import type { Receipt } from '../domain/suggestion.ts';
import type { TeamDay } from '../domain/team-day.ts';
import type { BookEntry } from '../domain/task.ts';
import { findEntry } from '../outbox/dirty.ts';
import type { TeamReport } from '../report/team-report.ts';
import type { EventRecord } from '../ports/store.ts';
import type { PageView } from '../text/page-words.ts';
import { shortened } from './clean-text.ts';
import { tabUrl } from './tab-url.ts';
import type { MailSection, Recipient } from './planned-mail.ts';

/** Where a person's own page opens: the shell signs that address. `task` is the one the page begins with. */
export type PageUrl = (person: RepId, view?: PageView, task?: TaskId) => string;

/**
 * The events told together: one edit, all parts of one sweep, or what quiet hours have gathered. When the weekly
 * reports are among them (`runDone`), every book of the team has to be loaded, and `reportTasks` names the tasks
 * whose next steps the reports show.
 */
export interface MailBatch {
  /** Names the batch: the id of its first event. */
  readonly id: string;
  /** In the order of their commits. */
  readonly records: readonly EventRecord[];
  /** As it is when the mail is written: what no longer holds is not told. */
  readonly state: BoardState;
  /** Kept days, with the one that the weekly reports compare with (`comparedDay`). */
  readonly days?: readonly TeamDay[];
  /** When the mail is written. */
  readonly at: Instant;
  readonly boardUrl: string;
  readonly pageUrl: PageUrl;
  /** A rescue plan to announce (spec 3.9). Nothing makes one yet. */
  readonly plan?: PlanReady;
}

/** A rescue plan as a mail tells of it. */
export interface PlanReady {
  /** In the order in which they are to be approved. */
  readonly swaps: readonly {
    readonly taskId: TaskId;
    readonly customer: string;
    readonly title: string;
    readonly from: RepId;
    readonly to: RepId;
    /** How much better the fit gets, 0 to 1. */
    readonly gain: number;
    readonly receipt: Receipt;
  }[];
  /** How far the plan may be below the best possible, 0 to 1. */
  readonly atMostBelow: number;
}

/** A batch with what every section wants to know of it. */
export interface MailContext extends MailBatch {
  readonly effects: readonly Effect[];
  /** In the team's time zone. */
  readonly today: Day;
  /** The team as it stands, worked out when first asked for. Every book has to be loaded. */
  readonly report: () => TeamReport;
}

/** A recipient, and of whom they are told what supervisors are told. */
export interface Reader extends Recipient {
  /** Of a rep by id; of what belongs to nobody, when undefined or unknown. */
  readonly hears: (rep: string | undefined) => boolean;
}

/** What a mail says about one kind of thing to one reader; null when there is nothing to say. */
export type Section = (context: MailContext, reader: Reader) => MailSection | null;

/** How many things a section lists by name; the rest is counted, board and page show them. */
export const LISTED = 5;

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** The effects of one type, in their order. */
export const all = <T extends Effect['type']>({ effects }: MailContext, type: T): readonly Of<T>[] =>
  effects.filter((effect): effect is Of<T> => effect.type === type);

/** Whether the weekly reports are due with these events. They speak of the moment the mail is written. */
export const weeklyDue = (context: MailContext): boolean => context.effects.some(isWeekly);

/** A team that has just begun has nothing to report yet. */
export const isWeekly = (effect: Effect): boolean =>
  effect.type === 'runDone' && effect.run === 'weekly' && effect.first !== true;

/** `customer · title` of a task, or its id where no loaded book knows it. */
export const taskName = ({ state }: MailContext, id: string): string => {
  const entry = findEntry(state, id)?.entry;
  return entry === undefined ? id : nameOfTask(entry);
};

/** Signs of a customer or title: beyond that they would push everything else out of a small screen. */
const SIGNS = 60;

export const nameOfTask = ({ customer, title }: Pick<BookEntry, 'customer' | 'title'>): string =>
  [customer, title]
    .filter((one) => one !== '')
    .map((one) => shortened(one, SIGNS))
    .join(' · ');

/** Name of a rep; a dash for nobody, or somebody who is not on the Team tab any more. */
export const nameOf = ({ state }: MailContext, id: string | undefined): string =>
  shortened((id !== undefined && state.team.reps[id]?.fields.name) || '—', SIGNS);

/** The supervisor's dashboard, showing one rep; the Team tab for whoever has no page. */
export const dashboardOf = (context: MailContext, reader: Reader, rep: RepId): string =>
  reader.rep === undefined
    ? tabUrl(context, 'team')
    : withQuery(pageOf(context, reader, 'dashboard'), `rep=${encodeURIComponent(rep)}`);

const withQuery = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`;

/** A supervisor's or a rep's own page; the board for whoever has no page. */
export const pageOf = (
  { pageUrl, boardUrl }: MailContext,
  { rep }: Reader,
  view: PageView,
  task?: TaskId,
): string => (rep === undefined ? boardUrl : pageUrl(rep, view, task));
