/** The menu 配能 Peineng and what its items do. */
import { readSettings, writeLast } from './board-properties.ts';
import { newStamp, reconcile } from './edit-forwarder.ts';
import { failedOutcome, outcome } from './outcome.ts';
import { describeFailure } from './reply.ts';
import { setUp } from './set-up.ts';
import type { Outcome } from './sidebar-state.ts';
import { personLanguage, personTexts } from './texts.ts';

const MENU_TITLE = '配能 Peineng';
const NOTICE_SECONDS = 8;

/** Simple trigger: runs before anybody has authorised anything, so it builds the menu and nothing more. */
export function onOpen(): void {
  const texts = personTexts();
  SpreadsheetApp.getUi()
    .createMenu(MENU_TITLE)
    .addItem(texts.menuSetUp, 'setUpBoard')
    .addItem(texts.menuStatus, 'showSidebar')
    .addItem(texts.menuHelp, 'showHelp')
    .addSeparator()
    .addItem(texts.menuCheck, 'checkBoardNow')
    .addToUi();
}

/** Runs once after installation from the Marketplace, where no page load follows. */
export function onInstall(): void {
  onOpen();
}

/** Menu item Status. */
export function showSidebar(): void {
  openSidebar('status');
}

/** Menu item Help. */
export function showHelp(): void {
  openSidebar('help');
}

/** Menu item Set up. What stands in the way is explained, and solved, in the sidebar. */
export function setUpBoard(): Outcome {
  const result = setUp({});
  notify(result);
  if (!result.ok) openSidebar('connection');
  return result;
}

/** Menu item and sidebar button: the same check that runs on a schedule, now. */
export function checkBoardNow(): Outcome {
  const result = check();
  notify(result);
  return result;
}

function check(): Outcome {
  const texts = personTexts();
  const settings = readSettings();
  if (settings.endpoint === '') return outcome('NO_ENDPOINT', texts.noEndpoint);
  const { at } = newStamp();
  const reply = reconcile(settings, SpreadsheetApp.getActive().getId());
  const text = reply.kind === 'ok' ? reply.message : describeFailure(reply);
  writeLast({ at, kind: 'check', ok: reply.kind === 'ok', message: text });
  return reply.kind === 'ok'
    ? outcome('DONE', reply.message === '' ? texts.checkDone : reply.message)
    : failedOutcome(reply);
}

function notify(result: Outcome): void {
  SpreadsheetApp.getActive().toast(result.message, MENU_TITLE, NOTICE_SECONDS);
}

/** The page is the same for all: language and first section are set on its root element before it is shown. */
function openSidebar(view: 'status' | 'connection' | 'help'): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').getContent();
  const html = page.replace(
    '<html lang="en" data-view="status">',
    `<html lang="${personLanguage()}" data-view="${view}">`,
  );
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(html).setTitle(personTexts().sidebarTitle));
}
