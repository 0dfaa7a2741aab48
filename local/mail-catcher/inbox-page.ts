import type { Language } from '../../shared/domain/rep.ts';
import { type InboxWords, inboxWords, MAIL_VIEWS, type MailView } from './inbox-words.ts';
import type { MailSummary, ReceivedMail } from './received-mail.ts';
import { type Html, linkified, markup } from './safe-html.ts';

/** Everything one page shows. */
export interface InboxView {
  readonly language: Language;
  /** Given when `?lang=` was: links then keep it. */
  readonly explicitLanguage: boolean;
  /** Mails of this page of the list, newest first, after the filter. */
  readonly mails: readonly MailSummary[];
  /** The last id on this page when older mails follow. */
  readonly olderThan?: string;
  /** Every recipient with the number of mails, for the filter. */
  readonly recipients: readonly (readonly [address: string, count: number])[];
  readonly total: number;
  readonly to?: string;
  readonly newest: string;
  readonly open?: { readonly mail: ReceivedMail; readonly view: MailView };
  /** True when the address names a mail that is not there. */
  readonly missing?: boolean;
  /** ms since 1970. */
  readonly now: number;
}

/** The whole page; works without script, which only adds the live list. */
export function renderInbox(view: InboxView): string {
  const words = inboxWords(view.language);
  const title =
    view.open === undefined ? words.title : `${subjectOf(view.open.mail, words)} · ${words.title}`;
  return markup`<!doctype html>
    <html lang="${view.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${words.brand}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/inbox/inbox.css" />
        <script type="module" src="/inbox/live-list.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header class="bar">
          <a class="brand" href="/">${words.brand}</a>
          <h1><a href="${listLink(view, {})}">${words.title}</a></h1>
          <a href="/inbox/chat?lang=${view.language}">${words.chat}</a>
          <span class="live" id="live" data-live="${words.live}" data-lost="${words.reconnecting}"></span>
          ${languageSwitch(view, words)}
        </header>
        <div class="panes ${arrangement(view)}">
          <section class="list" aria-label="${words.list}">
            ${view.total === 0 ? undefined : filterForm(view, words)}
            <p class="visually-hidden" role="status" id="news" data-arrived="${words.arrived}"></p>
            <div id="list-region">${renderList(view)}</div>
          </section>
          <main id="main" tabindex="-1">${readingPane(view, words)}</main>
        </div>
      </body>
    </html> `.safe;
}

/** Which panes a narrow screen shows; an empty inbox has one on any screen. */
function arrangement(view: InboxView): 'reading' | 'listing' | 'nothing' {
  if (view.open !== undefined || view.missing === true) return 'reading';
  return view.total === 0 ? 'nothing' : 'listing';
}

/** The part of the page that is replaced when a mail arrives. */
export function renderList(view: InboxView): Html {
  const words = inboxWords(view.language);
  const marker = markup`<span hidden data-newest="${view.newest}"></span>`;
  if (view.mails.length === 0)
    return markup`${marker}${view.to === undefined ? emptyInbox(words) : emptyFilter(view, words)}`;
  const older =
    view.olderThan === undefined
      ? undefined
      : markup`<a class="older" href="${listLink(view, { before: view.olderThan })}">${words.older}</a>`;
  return markup`${marker}
    <ol class="mails">
      ${view.mails.map((mail) => listItem(view, mail, words))}
    </ol>
    ${older}`;
}

function listItem(view: InboxView, mail: MailSummary, words: InboxWords): Html {
  const current = view.open?.mail.id === mail.id ? markup` aria-current="true"` : undefined;
  return markup`<li>
    <a href="${mailLink(view, mail.id)}" ${current}>
      <span class="to">${mail.to.join(', ')}</span> ${timeOf(view, mail.receivedAt)}
      <span class="subject">${mail.again === true ? `${words.again} ` : ''}${subjectOf(mail, words)}</span>
      <span class="preview">${mail.preview}</span>
    </a>
  </li>`;
}

function filterForm(view: InboxView, words: InboxWords): Html {
  const wanted = view.to?.toLowerCase();
  const known = view.recipients.some(([address]) => address.toLowerCase() === wanted);
  const recipients =
    view.to === undefined || known ? view.recipients : [...view.recipients, [view.to, 0] as const];
  const options = recipients.map(
    ([address, count]) =>
      markup`<option value="${address}" ${address.toLowerCase() === wanted ? markup` selected` : undefined}>
        ${address} (${count})
      </option>`,
  );
  return markup`<form class="filter" method="get" action="/inbox">
    ${view.explicitLanguage ? markup`<input type="hidden" name="lang" value="${view.language}" />` : undefined}
    <label for="to">${words.recipient}</label>
    <select id="to" name="to">
      <option value="">${words.everyone(view.total)}</option>
      ${options}
    </select>
    <button>${words.filter}</button>
  </form>`;
}

function emptyInbox(words: InboxWords): Html {
  return markup`<div class="empty">
    <h2>${words.empty}</h2>
    <p>${words.emptyWhen}</p>
    <ul>
      ${words.emptyCases.map((text) => markup`<li>${text}</li>`)}
    </ul>
    <p>${words.emptyWhere}</p>
  </div>`;
}

function emptyFilter(view: InboxView, words: InboxWords): Html {
  return markup`<div class="empty">
    <h2>${words.emptyFor(view.to ?? '')}</h2>
    <p><a href="${listLink({ ...view, to: '' }, {})}">${words.showAll}</a></p>
  </div>`;
}

function readingPane(view: InboxView, words: InboxWords): Html {
  const back = markup`<a class="back" href="${listLink(view, {})}">← ${words.back}</a>`;
  if (view.missing === true)
    return markup`${back}
      <p class="hint">${words.notFound}</p>`;
  if (view.open === undefined)
    return markup`${view.mails.length === 0 ? undefined : markup`<p class="hint">${words.choose}</p>`}`;
  const { mail, view: shown } = view.open;
  const facts: (readonly [string, Html])[] = [
    [words.from, markup`${mail.from}`],
    [words.to, markup`${mail.to.join(', ')}`],
    [words.received, timeOf(view, mail.receivedAt)],
  ];
  for (const [name, value] of mail.headers) facts.push([name, markup`${value}`]);
  if (mail.attachments.length > 0)
    facts.push([words.attachments, markup`${mail.attachments.map(({ name }) => name).join(', ')}`]);
  const tabs = viewsOf(mail).map((kind) => {
    const current = kind === shown ? markup` aria-current="page"` : undefined;
    return markup`<a href="${mailLink(view, mail.id, kind)}" ${current}>${words.views[kind]}</a>`;
  });
  return markup`${back}
    <article>
      <h2>${subjectOf(mail, words)}</h2>
      <dl>
        ${facts.map(
          ([name, value]) =>
            markup`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <nav class="views" aria-label="${words.viewsLabel}">
        ${tabs}<a class="download" href="/inbox/mail/${mail.id}/source.eml" download>${words.download}</a>
      </nav>
      ${content(mail, shown, words)}
    </article>`;
}

/** The views a mail has; one without HTML has two. */
export function viewsOf(mail: ReceivedMail): readonly MailView[] {
  return mail.html === null ? MAIL_VIEWS.filter((view) => view !== 'html') : MAIL_VIEWS;
}

function content(mail: ReceivedMail, view: MailView, words: InboxWords): Html {
  switch (view) {
    case 'html':
      // No allow-scripts and no allow-same-origin: the mail cannot run anything and cannot reach this page.
      return markup`<iframe
        title="${words.frameTitle}"
        src="/inbox/mail/${mail.id}/content.html"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
      ></iframe>`;
    case 'text':
      return markup`<div class="text">${linkified(mail.text)}</div>`;
    case 'source':
      return markup`<pre class="source" tabindex="0">${mail.raw.toString('utf8')}</pre>`;
  }
}

function languageSwitch(view: InboxView, words: InboxWords): Html {
  const other: Language = view.language === 'en' ? 'zh-CN' : 'en';
  const there = { ...view, language: other, explicitLanguage: true };
  const link =
    view.open === undefined ? listLink(there, {}) : mailLink(there, view.open.mail.id, view.open.view);
  return markup`<a
    class="language"
    href="${link}"
    hreflang="${other}"
    lang="${other}"
    title="${words.languageSwitch}"
    >${words.otherLanguage}</a
  >`;
}

function listLink(view: InboxView, extra: { readonly before?: string }): string {
  return `/inbox${queryOf(view, extra)}`;
}

function mailLink(view: InboxView, id: string, shown?: MailView): string {
  return `/inbox/mail/${id}${queryOf(view, shown === undefined ? {} : { view: shown })}`;
}

function queryOf(view: InboxView, extra: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(extra);
  if (view.to !== undefined && view.to !== '') query.set('to', view.to);
  if (view.explicitLanguage) query.set('lang', view.language);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function subjectOf(mail: MailSummary, words: InboxWords): string {
  return mail.subject.trim() === '' ? words.noSubject : mail.subject;
}

/** In the time zone of this computer, which is the reader's; the year only when it is another one. */
function timeOf({ language, now }: InboxView, ms: number): Html {
  const date = new Date(ms);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const shown = new Intl.DateTimeFormat(language, {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
  return markup`<time datetime="${date.toISOString()}">${shown}</time>`;
}
