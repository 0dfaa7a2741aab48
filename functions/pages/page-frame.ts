import { dayAt, type Instant } from '../../shared/domain/day.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { Light } from '../../shared/domain/task.ts';
import type { PageAction } from '../../shared/links/page-link.ts';
import type { PersonHome } from '../../shared/ports/person-home.ts';
import { mailPageWords } from '../../shared/text/mail-page-words.ts';
import { pageWords, type PageView } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { PAGE_STYLE } from './page-style.ts';

/** What every page of one visit shares. */
export interface Visit {
  readonly home: PersonHome;
  /** The link the person came by, as it stands in the address: letters, digits, `.`, `-`, `_` and `~`. */
  readonly link: string;
  readonly linkEnds: Instant;
  /** A token for one act from this visit. */
  readonly token: (action: PageAction, task: TaskId | '', about: string) => string;
}

/** The address of a page, relative, so that it works wherever the function is mounted. */
export const addressOf = (link: string, view: PageView, index = 0): string =>
  `?t=${link}&v=${view}${index > 0 ? `&n=${index}` : ''}`;

/** Suggestions that ask for an answer now; the sleeping ones come back by themselves. */
export const asking = ({ suggestions }: PersonHome): PersonHome['suggestions'] =>
  suggestions.filter(({ quietUntil }) => quietUntil === null);

const viewsOf = (home: PersonHome): readonly PageView[] => [
  ...(home.rep.role === 'supervisor' ? (['team', 'dashboard'] as const) : []),
  'tasks',
  'ask',
  ...(home.handovers.length > 0 ? (['handover'] as const) : []),
  'report',
];

const document = (language: Language, title: string, body: Markup): string =>
  markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · 配能</title>
        <style>${{ html: PAGE_STYLE }}</style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.html;

/** A page of one person: who, where to go, the content, and how long the link lasts. */
export const personPage = (visit: Visit, view: PageView, title: string, content: Markup): string => {
  const { home, link, linkEnds } = visit;
  const words = pageWords(home.rep.language);
  const counts: Partial<Record<PageView, number>> = {
    ask: asking(home).length,
    handover: home.handovers.length,
  };
  const items = viewsOf(home).map((one) => {
    const count = counts[one] ?? 0;
    const label = markup`${words.view[one]}${when(count > 0, () => markup` <b>${count}</b>`)}`;
    const current = one === view ? markup` aria-current="page"` : null;
    return markup`<li><a href="${addressOf(link, one)}" ${current}>${label}</a></li>`;
  });
  const body = markup`<a class="skip" href="#content">${words.skip}</a>
    <header>
      <p class="who">配能 · ${home.rep.name}</p>
      <nav aria-label="${words.pages}">
        <ul>
          ${items}
        </ul>
      </nav>
    </header>
    <main id="content" tabindex="-1">
      <h1>${title}</h1>
      ${content}
    </main>
    <footer>
      <p><a href="${addressOf(link, 'mail')}"${view === 'mail' ? markup` aria-current="page"` : null}>${mailPageWords(home.rep.language).settings}</a></p>
      ${words.footer(dayAt(linkEnds, home.timeZone))}
    </footer>`;
  return document(home.rep.language, title, body);
};

/** A page for whoever could not be let in, or the answer to something that was not done. Names nobody. */
export const plainPage = (
  language: Language,
  title: string,
  text: string,
  more: Markup | null = null,
): string =>
  document(
    language,
    title,
    markup`<header><p class="who">配能 Peineng</p></header>
      <main id="content">
        <h1>${title}</h1>
        <p>${text}</p>
        ${more}
      </main>`,
  );

/** Shape and word say the same as the colour. */
export const lightMark = (light: Light, language: Language): Markup => {
  const shape = {
    green: markup`<circle cx="7" cy="7" r="6" fill="currentColor" />`,
    yellow: markup`<path d="M7 1 13 13H1Z" fill="currentColor" />`,
    red: markup`<path d="M1 1H13V13H1Z" fill="currentColor" />`,
  }[light];
  return markup`<span class="light ${light}"
    ><svg viewBox="0 0 14 14" aria-hidden="true">${shape}</svg>${pageWords(language).light[light]}</span
  >`;
};

/**
 * Load as a bar with the limit on it; what a change would add stands out, what it takes away is hollow. The text
 * beside it says the same.
 */
export const gauge = (before: number, after: number, limit: number): Markup => {
  const full = Math.max(limit * 1.2, before, after, 1);
  const x = (value: number): string => ((Math.max(0, value) / full) * 300).toFixed(1);
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  const added = (((high - low) / full) * 300).toFixed(1);
  return markup`<svg class="gauge" viewBox="0 0 300 18" preserveAspectRatio="none" aria-hidden="true">
    <rect class="track" y="3" width="300" height="12" rx="6" />
    <rect class="now" y="3" width="${x(low)}" height="12" rx="6" />
    <rect class="${after < before ? 'less' : 'more'}" x="${x(low)}" y="3" width="${added}" height="12" />
    <line class="limit" x1="${x(limit)}" x2="${x(limit)}" y1="0" y2="18" />
  </svg>`;
};

export const loadFigure = (load: number, limit: number, language: Language): Markup =>
  markup`<p class="figure">${pageWords(language).load(load, limit)}</p>
    ${gauge(load, load, limit)}`;

/** Customer and title in one line. */
export const taskName = ({
  customer,
  title,
}: {
  readonly customer: string;
  readonly title: string;
}): string => [customer, title].filter((one) => one !== '').join(' · ');
