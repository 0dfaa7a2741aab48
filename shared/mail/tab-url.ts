import { TABS, type TabKey } from '../sheet/layout.ts';
import type { MailContext } from './mail-context.ts';

/** Where the board opens on one tab: Google Sheets and the local board both understand `#gid=`. */
export const tabUrl = ({ boardUrl }: Pick<MailContext, 'boardUrl'>, tab: TabKey): string =>
  `${boardUrl.replace(/#.*$/, '')}#gid=${TABS[tab].sheetId}`;
