import { undeliveredWords } from '../../shared/text/undelivered-words.ts';
import { markup, type Markup } from './markup.ts';
import type { Visit } from './page-frame.ts';

/** For the supervisor: whom mail did not reach, and what it was about. Nothing where all of it did. */
export const undeliveredPart = ({ home }: Visit): Markup | null => {
  const { undelivered } = home;
  if (undelivered.length === 0) return null;
  const words = undeliveredWords(home.rep.language);
  return markup`<section class="card">
    <h2>${words.title}</h2>
    <ul>
      ${undelivered.map(({ name, kinds, reason }) => markup`<li>${words.line(name, words.about(kinds), words.reason[reason])}</li>`)}
    </ul>
    <p class="soft">${words.what}</p>
  </section>`;
};
