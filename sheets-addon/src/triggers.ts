/** The two installable triggers of a board. An account sees and removes only its own. */

/** Handler functions, which must be global names of the bundle, and the event each one is for. */
const BOARD_TRIGGERS = [
  {
    handler: 'onBoardEdit',
    create: (board: GoogleAppsScript.Spreadsheet.Spreadsheet) =>
      ScriptApp.newTrigger('onBoardEdit').forSpreadsheet(board).onEdit().create(),
  },
  {
    handler: 'onBoardChange',
    create: (board: GoogleAppsScript.Spreadsheet.Spreadsheet) =>
      ScriptApp.newTrigger('onBoardChange').forSpreadsheet(board).onChange().create(),
  },
] as const;

/** Leaves exactly one trigger of each kind, however often it runs. */
export function installBoardTriggers(board: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  const installed = ownTriggers(board.getId());
  for (const { handler, create } of BOARD_TRIGGERS) {
    const [first, ...extra] = installed.filter((trigger) => trigger.getHandlerFunction() === handler);
    if (first === undefined) create(board);
    extra.forEach((trigger) => ScriptApp.deleteTrigger(trigger));
  }
}

/** True when this account has both triggers on the board. */
export function boardTriggersInstalled(spreadsheetId: string): boolean {
  const handlers = ownTriggers(spreadsheetId).map((trigger) => trigger.getHandlerFunction());
  return BOARD_TRIGGERS.every(({ handler }) => handlers.includes(handler));
}

/** Takes this account's triggers off the board. */
export function removeBoardTriggers(spreadsheetId: string): void {
  const handlers: readonly string[] = BOARD_TRIGGERS.map(({ handler }) => handler);
  ownTriggers(spreadsheetId)
    .filter((trigger) => handlers.includes(trigger.getHandlerFunction()))
    .forEach((trigger) => ScriptApp.deleteTrigger(trigger));
}

/** Of this board only: an add-on installed in several files sees the triggers of them all. */
function ownTriggers(spreadsheetId: string): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getTriggerSourceId() === spreadsheetId);
}
