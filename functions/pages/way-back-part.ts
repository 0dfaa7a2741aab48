import type { Language } from '../../shared/domain/rep.ts';
import type { WayBack } from '../../shared/ports/person-home.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { taskName } from './page-frame.ts';

/** The shortest way back, and to which line; at the limit somebody paused stays paused, so that is said too. */
export const wayBackPart = (way: WayBack, resumeAt: number, language: Language): Markup => {
  const words = pageWords(language);
  if (way.tasks.length === 0) return markup`<p class="soft">${words.noWayBack}</p>`;
  const items = way.tasks.map((task) => markup`<li>${taskName(task)} (−${String(task.points)})</li>`);
  return markup`<p class="soft">${words.wayBack[way.line](way.to)}</p>
    <ul>
      ${items}
    </ul>
    <p class="soft">${words.wayBackTo(way.load)}</p>
    ${when(
      way.line === 'limit' && way.load > resumeAt,
      () => markup`<p class="soft">${words.staysPaused(resumeAt)}</p>`,
    )}`;
};
