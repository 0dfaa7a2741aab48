import type { Language } from '../../shared/domain/rep.ts';
import { readStopLink, type StopLink } from '../../shared/links/stop-link.ts';
import { mailPageWords } from '../../shared/text/mail-page-words.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import type { App } from '../app.ts';
import { markup } from '../pages/markup.ts';
import { plainPage } from '../pages/page-frame.ts';

export interface StopAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Ends somebody's reports by the link of a mail (RFC 8058). Opening it only asks: mail scanners open every link. The
 * POST, by a mail program or by the page's button, acts; acting again changes nothing. Needs no session, as the link
 * can do nothing else.
 */
export const stopReports = async (
  app: App,
  given: string,
  method: string,
  spoken: Language,
): Promise<StopAnswer> => {
  const link = readStopLink(app.signer, given);
  if (!link.ok) return refused(app, 'ALTERED', spoken);
  const { team, person } = link.value;
  const found = await app.ports.store.team(team);
  const rep = found?.reps[person];
  if (found === null || rep === undefined || rep.fields.availability === 'left')
    return refused(app, 'GONE', spoken, link.value);
  const language = rep.fields.language ?? found.policy.language;
  const words = mailPageWords(language).stop;
  if (method !== 'POST') {
    const form = markup`<form method="post">
      <input type="hidden" name="List-Unsubscribe" value="One-Click" />
      <button class="main">${words.button}</button>
    </form>`;
    return {
      status: 200,
      body: plainPage(
        language,
        words.title,
        words.ask(rep.fields.name),
        markup`${form}<p class="soft">${words.back}</p>`,
      ),
    };
  }
  const id = app.ports.ids.next();
  const outcome = await app.people.act(team, { id, rep: person, act: { do: 'endReports' } });
  app.ports.log.info('reports ended', { team, person, outcome: outcome.kind });
  return { status: 200, body: plainPage(language, words.done, words.doneText) };
};

const refused = (app: App, problem: 'ALTERED' | 'GONE', language: Language, known?: StopLink): StopAnswer => {
  app.ports.log.warn('page refused', { problem, what: 'stop', ...known });
  const { title, text } = pageWords(language).door[problem];
  return { status: problem === 'GONE' ? 404 : 403, body: plainPage(language, title, text) };
};
