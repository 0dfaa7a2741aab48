/** Keeps dropdowns in step with the tab their options stand on, and has that tab loaded early. */
import type { Injector } from '@univerjs/core';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { BoardSheet } from '../book/board-book.ts';
import { dropdownOptions, optionsTab } from '../book/dropdown-options.ts';
import { distinctRules } from '../book/grid-validation.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { GridView } from './grid-view.ts';
import { showValidation } from './show-rules.ts';

const DELAY_MS = 150;

/** Starts following. */
export function followOptions(injector: Injector, session: BoardSession, view: GridView): void {
  const rules = new WeakMap<BoardSheet, sheets_v4.Schema$DataValidationRule[]>();
  const shown = new Map<number, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rangeRules = (sheet: BoardSheet): sheets_v4.Schema$DataValidationRule[] => {
    const known = rules.get(sheet) ?? distinctRules(sheet).filter((rule) => optionsTab(rule) !== undefined);
    rules.set(sheet, known);
    return known;
  };
  const check = (): void => {
    for (const sheet of session.sheets.filter((item) => item.loaded)) {
      const across = rangeRules(sheet);
      const options = JSON.stringify(across.map((rule) => dropdownOptions(rule, session.sheets)));
      if (across.length > 0 && shown.get(sheet.sheetId) !== options) showValidation(view, injector, sheet);
      shown.set(sheet.sheetId, options);
      for (const rule of across) loadTab(session, optionsTab(rule));
    }
  };
  session.onCells(() => {
    clearTimeout(timer);
    timer = setTimeout(check, DELAY_MS);
  });
  check();
}

function loadTab(session: BoardSession, title: string | undefined): void {
  const source = session.sheets.find((sheet) => sheet.title === title);
  if (source && !source.loaded) void session.refetch(source.sheetId);
}
