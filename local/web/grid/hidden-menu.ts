/**
 * Entries of the engine's context menus that the board does not offer: formats, protection and tab settings live
 * in Google Sheets, and an entry that does nothing lasting would be a lie.
 */
const HIDDEN = [
  'sheet.command.set-tab-color',
  'sheet.command.copy-sheet-confirm',
  'sheet.command.copy-sheet',
  'sheet.command.set-worksheet-hidden',
  'sheet.command.set-worksheet-hide',
  'sheet.command.set-worksheet-show',
  'sheet.command.set-worksheet-right-to-left',
  'sheet.command.add-range-protection-from-context-menu',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.set-range-protection-from-context-menu',
  'sheet.command.delete-range-protection-from-context-menu',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-context-menu',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.contextMenu.permission',
  'sheet.command.clear-selection-format',
  'sheet.command.clear-selection-all',
  'sheet.command.delete-range-move-left-confirm',
  'sheet.command.delete-range-move-up-confirm',
  'sheet.command.insert-range-move-down-confirm',
  'sheet.command.insert-range-move-right-confirm',
  'sheet.command.paste-format',
  'sheet.command.paste-col-width',
  'sheet.command.paste-besides-border',
  'sheet.command.update-note',
  'sheet.command.add-note',
  'sheet.operation.add-note-popup',
  'sheet.command.delete-note',
  'sheet.command.toggle-note-popup',
  'sheet.operation.insert-hyper-link',
  'sheet.menu.conditional-formatting',
  'sheet.menu.sheet-frozen',
  'sheet.header-menu.sheet-frozen',
  'sheet.command.text-to-number',
  'sheet.toolbar.text-to-number',
];

export const HIDDEN_MENU: Readonly<Record<string, { hidden: true }>> = Object.fromEntries(
  HIDDEN.map((id) => [id, { hidden: true as const }]),
);
