import type { ContestLine, TagLine } from '../../shared/ports/person-home.ts';
import { CONTEST_REASON_MAX } from '../../shared/tags/contest.ts';
import { writeContestSubject } from '../../shared/links/contest-subject.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import type { Visit } from './page-frame.ts';

/** What suggestions take one for, tag by tag with its proof, and a way to say that it is not so. */
export const tagsPart = (visit: Visit): Markup => {
  const { home } = visit;
  const words = pageWords(home.rep.language).tags;
  const counting = home.tags.filter(shown);
  const rest = home.tags.filter((tag) => !shown(tag));
  const list =
    counting.length === 0
      ? markup`<p>${words.none}</p>`
      : markup`<p class="soft">${words.intro}</p>
          <ul class="list">
            ${counting.map((tag, index) => tagCard(visit, tag, index))}
          </ul>`;
  return markup`<h2>${words.title}</h2>
    ${list}${when(rest.length > 0, () => restPart(rest))}`;
};

/** What counts nowhere needs no contest; it is named in one line. */
const shown = ({ counts, contest }: TagLine): boolean => counts || contest !== null;

const restPart = (tags: readonly TagLine[]): Markup =>
  markup`<p class="soft">${tags.map(({ text }) => text).join(' · ')}</p>`;

const tagCard = (visit: Visit, tag: TagLine, index: number): Markup => {
  const words = pageWords(visit.home.rep.language).tags;
  const { contest, reason } = tag;
  return markup`<li class="card">
    <h3>${tag.name}</h3>
    <p class="soft">${tag.text}</p>
    ${contest === null ? null : markup`<p class="soft">${words.state[contest]}</p>`}
    ${reason === undefined ? null : markup`<p class="soft">${words.said(reason)}</p>`}
    ${when(contest === null, () => contestForm(visit, tag, index))}
  </li>`;
};

/** One tap says that it is not so. The reason is folded, so that a list of tags stays a list. */
const contestForm = (visit: Visit, { tag, name }: TagLine, index: number): Markup => {
  const words = pageWords(visit.home.rep.language).tags;
  const id = `reason-${index}`;
  return markup`<form method="post">
    <details>
      <summary aria-label="${words.addReason}: ${name}">${words.addReason}</summary>
      <label for="${id}">${words.reason}</label
      ><textarea id="${id}" name="reason" maxlength="${CONTEST_REASON_MAX}"></textarea>
    </details>
    <button name="a" value="${visit.token('contest', '', tag)}" aria-label="${words.contest}: ${name}">
      ${words.contest}
    </button>
  </form>`;
};

/** Contests that wait for the supervisor: who, what speaks for the tag, and the two answers. */
export const contestsPart = (visit: Visit): Markup | null => {
  const { contests, rep } = visit.home;
  return when(
    contests.length > 0,
    () =>
      markup`<h2>${pageWords(rep.language).tags.open(contests.length)}</h2>
        <ul class="list">
          ${contests.map((contest) => contestCard(visit, contest))}
        </ul>`,
  );
};

const contestCard = (visit: Visit, contest: ContestLine): Markup => {
  const words = pageWords(visit.home.rep.language).tags;
  const { repName, name, text, reason } = contest;
  const button = (action: 'uphold' | 'withdraw'): Markup => {
    const value = visit.token(action, '', writeContestSubject(contest));
    return markup`<button name="a" value="${value}" aria-label="${words[action]}: ${repName}, ${name}">
      ${words[action]}
    </button>`;
  };
  return markup`<li class="card">
    <h3>${words.doubts(repName, name)}</h3>
    <p class="soft">${text}</p>
    ${reason === undefined ? null : markup`<p>${words.said(reason)}</p>`}
    <form method="post">${button('uphold')}${button('withdraw')}</form>
  </li>`;
};
