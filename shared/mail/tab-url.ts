import { TABS, type TabKey } from '../sheet/layout.ts';

/** Where the board opens on one tab: Google Sheets and the local board both understand `#gid=`. */
export const tabUrl = ({ boardUrl }: { readonly boardUrl: string }, tab: TabKey): string =>
  `${boardUrl.replace(/#.*$/, '')}#gid=${TABS[tab].sheetId}`;
