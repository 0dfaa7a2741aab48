/** What the board adds to cells while they are drawn: conditional colours, lights, the look of locked cells. */
import {
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type Injector,
  type IStyleData,
} from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { cellAt, type BoardSheet } from '../book/board-book.ts';
import { compileColours, type CellColours } from '../book/cell-colours.ts';
import type { FormulaScope, Value } from '../book/formula-condition.ts';
import { boardSheetId } from '../book/grid-sheet.ts';
import type { BoardSession } from '../session/board-session.ts';

/** Before the engine's own rules and formats. */
const PRIORITY = 20;
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Lights are drawn as a dot in a fixed colour: the emoji looks different, or is missing, on every system. */
const LIGHTS: Readonly<Record<string, string>> = { '🟢': '#2a9d63', '🟡': '#e0a100', '🔴': '#d63b30' };

const LIGHT_SIZE = 17;
const DEEPENING = 2.2;

/**
 * A pastel made stronger. The engine inverts colours in the dark theme, and an inverted pastel is nearly black: the
 * further from white it starts, the better it is seen.
 */
function deepened(hex: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const deeper = parts.map((part) => Math.max(0, 255 - Math.round((255 - part) * DEEPENING)));
  return `#${deeper.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Installs the drawing. */
export function drawCells(injector: Injector, session: BoardSession, isDark: () => boolean): void {
  const compiled = new WeakMap<BoardSheet, CellColours>();
  const coloursOf = (sheet: BoardSheet): CellColours => {
    const known = compiled.get(sheet) ?? compileColours(sheet).colours;
    compiled.set(sheet, known);
    return known;
  };
  const scope = (sheet: BoardSheet): FormulaScope => ({
    value: (row, column) => valueAt(session, sheet, row, column),
    today: () => Math.floor((Date.now() - EPOCH - new Date().getTimezoneOffset() * 60_000) / DAY_MS),
  });
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: PRIORITY,
    effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
    handler: (cell, context, next) => {
      const sheet = session.sheet(boardSheetId(context.subUnitId) ?? -1);
      if (!sheet?.loaded) return next(cell);
      const coloured = coloursOf(sheet)(scope(sheet), context.row, context.col);
      const light = typeof cell?.v === 'string' ? LIGHTS[cell.v.trim()] : undefined;
      if (!coloured && light === undefined) return next(cell);
      const styles = context.workbook.getStyles();
      const own = (typeof cell?.s === 'string' ? styles.get(cell.s) : cell?.s) ?? {};
      return next({ ...cell, ...drawnAs(own, coloured, light, isDark()) });
    },
  });
}

function drawnAs(
  own: IStyleData,
  coloured: Partial<IStyleData> | undefined,
  light: string | undefined,
  dark: boolean,
): ICellDataForSheetInterceptor {
  const tint = dark && coloured?.bg?.rgb ? { bg: { rgb: deepened(coloured.bg.rgb) } } : undefined;
  const dot = light === undefined ? undefined : { cl: { rgb: light }, ht: 2, fs: LIGHT_SIZE };
  return { s: { ...own, ...coloured, ...tint, ...dot }, ...(dot && { v: '●' }) };
}

function valueAt(session: BoardSession, sheet: BoardSheet, row: number, column: number): Value {
  const typed = session.pending.get(sheet.sheetId, row, column);
  if (typed && typed.kind !== 'formula') return typed.kind === 'empty' ? null : typed.value;
  const value = cellAt(sheet, row, column).effectiveValue;
  return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null;
}
