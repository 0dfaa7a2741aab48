import type { ServerResponse } from 'node:http';
import type { Language } from '../../shared/domain/rep.ts';
import { chooseLanguage } from '../mail-catcher/inbox-words.ts';
import { type Html, linkified, markup } from '../mail-catcher/safe-html.ts';
import { chatWords } from './chat-words.ts';
import type { ReceivedChat } from './received-chat.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const SHOWN = 100;

/** All messages, newest first, in the looks of the inbox. Loads again by itself every few seconds. */
export const chatPage = (
  messages: readonly ReceivedChat[],
  url: URL,
  options: { readonly language: Language },
  response: ServerResponse,
): void => {
  const asked = url.searchParams.get('lang');
  const language = asked === null ? options.language : chooseLanguage(asked, undefined);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
  });
  response.end(page(messages, language));
};

const page = (messages: readonly ReceivedChat[], language: Language): string => {
  const words = chatWords(language);
  const other: Language = language === 'en' ? 'zh-CN' : 'en';
  return markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="refresh" content="5" />
        <title>${words.title} · ${words.brand}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/inbox/inbox.css" />
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/">${words.brand}</a>
          <h1>${words.title}</h1>
          <a href="/inbox?lang=${language}">${words.inbox}</a>
          <a class="language" href="/inbox/chat?lang=${other}" hreflang="${other}" lang="${other}"
            >${words.otherLanguage}</a
          >
        </header>
        <main class="chat">
          ${
            messages.length === 0
              ? markup`<div class="empty"><h2>${words.empty}</h2><p>${words.emptyWhen}</p></div>`
              : messages.slice(0, SHOWN).map((message) => card(message, language))
          }
        </main>
      </body>
    </html> `.safe;
};

const card = ({ at, service, title, text, link }: ReceivedChat, language: Language): Html => {
  const words = chatWords(language);
  const date = new Date(at);
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  return markup`<article>
    <p class="from">${words.services[service]} <time datetime="${date.toISOString()}">${shown}</time></p>
    <h2>${title}</h2>
    <div class="text">${linkified(text)}</div>
    ${/^https?:/.test(link) ? markup`<p><a href="${link}">${words.open}</a></p>` : undefined}
  </article>`;
};
