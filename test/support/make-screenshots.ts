/**
 * `npm run screenshots`: makes the README's pictures from a fresh sample board, by really using it, and a picture of
 * every kind of mail. `npm run screenshots -- mail` makes those of mails alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../shared/domain/rep.ts';
import { columnIndex, FIRST_DATA_ROW, TABS } from '../../shared/sheet/layout.ts';
import { startLocal } from '../../local/start-local.ts';
import { LOCAL_PERSON } from '../../local/local-config.ts';
import { SAMPLE_STORY } from '../../local/sample-team/sample-story.ts';
import { startBrowser } from './browser.ts';
import { makeDashboardPictures } from './dashboard-pictures.ts';
import { makeMailPictures } from './mail-pictures.ts';

const PICTURES: readonly { readonly language: Language; readonly file: string }[] = [
  { language: 'en', file: 'docs/images/board.png' },
  { language: 'zh-CN', file: 'docs/images/board.zh-CN.png' },
];
const SIZE = { width: 1720, height: 760 };

const browser = await startBrowser('the pictures of the README');
if (browser === undefined) process.exit(1);
await makeMailPictures(browser, 'docs/images/mail');
for (const { language, file } of process.argv.includes('mail') ? [] : PICTURES) {
  const dataDir = await mkdtemp(join(tmpdir(), 'peineng-screenshot-'));
  const local = await startLocal({ kind: 'run', port: 0, dataDir, reset: false, open: false, language });
  try {
    // The sample's story: the first row's value goes up, and somebody who fits better is suggested.
    const cell = {
      row: FIRST_DATA_ROW,
      column: columnIndex('tasks', 'value'),
      input: SAMPLE_STORY[language].to,
    };
    const action = { kind: 'setCells', sheetId: TABS.tasks.sheetId, cells: [cell] } as const;
    await local.sheets.act(local.spreadsheetId, action, { email: LOCAL_PERSON, clientId: 'picture' });
    await local.addOn.idle();
    const page = await browser.newPage({ viewport: SIZE, locale: language });
    await page.goto(local.boardUrl);
    await page.waitForSelector('html[data-ready]');
    // A picture, not a check: the grid paints its chips and colours in idle time after the canvas is there.
    await page.waitForTimeout(4000);
    await page.screenshot({ path: file });
    await page.close();
    await makeDashboardPictures(browser, local, language, 'docs/images');
  } finally {
    await local.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
await browser.close();
