/**
 * Every global function of the script: triggers, menu items and what the sidebar may call. Apps Script finds
 * them by name only, so the build writes one top-level stub for each export of this file.
 */
export { onBoardChange, onBoardEdit } from './edit-forwarder.ts';
export { moveManyFromSidebar, previewMovesFromSidebar } from './many-moves.ts';
export { checkBoardNow, onInstall, onOpen, setUpBoard, showHelp, showSidebar } from './menu.ts';
export {
  saveConnection,
  setUpFromSidebar,
  sidebarState,
  sidebarStatus,
  takeOverBoard,
} from './sidebar-server.ts';
