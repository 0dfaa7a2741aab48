import type { Board } from '../../shared/ports/board.ts';
import type { Channel } from '../../shared/ports/channel.ts';
import type { Contacts } from '../../shared/ports/contacts.ts';
import type { Clock, Ids, Log } from '../../shared/ports/environment.ts';
import type { Mailer } from '../../shared/ports/mailer.ts';
import type { Store } from '../../shared/ports/store.ts';
import type { RepId, TaskId, TeamId } from '../../shared/domain/ids.ts';
import type { PageView } from '../../shared/text/page-words.ts';
import type { MailedLately } from './mailed-lately.ts';

/** Everything the pipeline needs from the world. The composition root supplies it, in the cloud and locally. */
export interface Ports {
  readonly store: Store;
  readonly contacts: Contacts;
  readonly board: Board;
  readonly mailer: Mailer;
  readonly channel: Channel;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** What this instance remembers of its mails; without it no mail waits for the one before. */
  readonly lately?: MailedLately;
  /** Where people open a team's board. */
  boardUrl(team: TeamId): string;
  /** A signed link to somebody's own page, for a mail to them; `task` is the one that the page begins with. */
  pageUrl(team: TeamId, person: RepId, view: PageView, task?: TaskId): string;
  /** A signed link that ends somebody's reports and can do nothing else; it does not expire. */
  stopUrl(team: TeamId, person: RepId): string;
}

/** `count` new ids in ascending order. */
export const freshIds = (ports: Pick<Ports, 'ids'>, count: number): readonly string[] =>
  Array.from({ length: count }, () => ports.ids.next());
