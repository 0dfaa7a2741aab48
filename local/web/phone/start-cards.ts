/** placeholder */
import type { BoardSession } from '../session/board-session.ts';
import type { Messages } from '../text/catalog.ts';
export interface Cards {
  redraw(): void;
}
export function startCards(_o: {
  container: HTMLElement;
  session: BoardSession;
  messages: () => Messages;
}): Cards {
  return { redraw() {} };
}
