import type { BookEntry } from '../../domain/task.ts';
import { UNOWNED, type BookKey } from '../../domain/board-state.ts';
import { findEntry } from '../../outbox/dirty.ts';
import { cellOf, typeOf } from '../../scoring/load.ts';
import { mailWords } from '../../text/mail-words.ts';
import { staleDays } from '../../triggers/stale.ts';
import {
  all,
  dashboardOf,
  LISTED,
  nameOf,
  nameOfTask,
  type MailContext,
  type Reader,
  type Section,
} from '../mail-context.ts';
import type { MailLine } from '../planned-mail.ts';
import { tabUrl } from '../tab-url.ts';

interface Quiet {
  readonly entry: BookEntry;
  readonly days: number;
}

/**
 * Tasks without progress for too long (spec 3.3), one digest grouped by rep, longest first. What has moved on,
 * changed hands or been closed since it was raised is left out.
 */
export const stale: Section = (context, reader) => {
  const byRep = quietTasks(context, reader);
  if (byRep.size === 0) return null;
  const words = mailWords(reader.language).stale;
  const count = [...byRep.values()].reduce((sum, tasks) => sum + tasks.length, 0);
  const subject = words.subject(count, byRep.size);
  return {
    kind: 'stale',
    subject,
    heading: words.heading,
    ...(byRep.size > 1 ? { intro: subject } : {}),
    lines: [...byRep].map(([rep, tasks]) => repLine(context, reader, rep, tasks)),
    why: words.why,
  };
};

const quietTasks = (context: MailContext, { hears }: Reader): ReadonlyMap<BookKey, readonly Quiet[]> => {
  const { policy } = context.state.team;
  const byRep = new Map<BookKey, Quiet[]>();
  // Raised twice within one batch is one line, as it stands now.
  const raised = new Map(all(context, 'staleRaised').map((effect) => [effect.entry.taskId, effect]));
  for (const { book, entry: then } of raised.values()) {
    const entry = entryNow(context, book, then);
    if (!hears(book) || entry === null) continue;
    const days = staleDays(entry.progressOn, context.today, policy);
    byRep.set(book, [...(byRep.get(book) ?? []), { entry, days }]);
  }
  return byRep;
};

/** The line as it is now; null when it asks for nobody's attention any more. A book not loaded says nothing new. */
const entryNow = ({ state }: MailContext, book: BookKey, then: BookEntry): BookEntry | null => {
  const now = findEntry(state, then.taskId);
  if (now === null) return state.whole.includes(book) ? null : then;
  const same = (now.owner ?? UNOWNED) === book && now.entry.progressOn === then.progressOn;
  return same && now.entry.status === 'open' ? now.entry : null;
};

const repLine = (context: MailContext, reader: Reader, rep: BookKey, tasks: readonly Quiet[]): MailLine => {
  const { stale: words, more, seeRep, seeTasksTab } = mailWords(reader.language);
  const longest = [...tasks].sort((a, b) => b.days - a.days);
  const listed = longest
    .slice(0, LISTED)
    .map(({ entry, days }) => words.task(nameOfTask(entry), days, typeOf(cellOf(entry.rating))));
  return {
    text: words.rep(rep === UNOWNED ? words.nobody : nameOf(context, rep), tasks.length),
    below: longest.length > LISTED ? [...listed, more(longest.length - LISTED)] : listed,
    action:
      rep === UNOWNED
        ? { label: seeTasksTab, url: tabUrl(context, 'tasks') }
        : { label: seeRep(nameOf(context, rep)), url: dashboardOf(context, reader, rep) },
  };
};
