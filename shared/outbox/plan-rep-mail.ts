import type { BoardState } from '../domain/board-state.ts';
import { dayAt } from '../domain/day.ts';
import { byText, type RepId, type TaskId } from '../domain/ids.ts';
import type { Pending } from '../domain/suggestion.ts';
import { askedOf } from '../decide/who-is-asked.ts';
import type { OutgoingMail } from '../ports/mailer.ts';
import type { EventRecord } from '../ports/store.ts';
import type { PageView } from '../text/page-words.ts';
import { repMailWords } from '../text/rep-mail-words.ts';
import { findEntry } from './dirty.ts';
import { suggestionText } from './task-cells.ts';

/** The events told together, and where a person's own page opens: the shell signs that address. */
export interface RepMailBatch {
  readonly id: string;
  readonly records: readonly EventRecord[];
  readonly state: BoardState;
  readonly boardUrl: string;
  readonly pageUrl: (person: RepId, view: PageView, task?: TaskId) => string;
}

/** Suggestions named in one mail; the page shows all of them. */
const LISTED = 5;

/**
 * "A suggestion is waiting for you": at most one mail per rep and batch, with the way to their page. Only what
 * still waits when the mail is written is in it, and only for whoever is asked; a rep without an address is
 * left to the supervisor, who sees the same suggestion.
 */
export const planRepMail = (batch: RepMailBatch): readonly OutgoingMail[] => {
  const { team } = batch.state;
  const asked = new Map<RepId, Pending[]>();
  for (const pending of freshlyAsked(batch)) {
    const last = batch.records.at(-1);
    const person = last === undefined ? null : askedOf(pending, team, dayAt(last.at, team.policy.timeZone));
    if (person !== null) asked.set(person, [...(asked.get(person) ?? []), pending]);
  }
  return [...asked]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([person, pending]) => mailTo(batch, person, pending) ?? []);
};

/** Suggestions made or woken by these events that are still waiting for an answer. */
const freshlyAsked = ({ records, state }: RepMailBatch): readonly Pending[] => {
  const receipts = new Set<string>();
  for (const effect of records.flatMap((record) => record.effects)) {
    if (effect.type === 'suggestionMade' || effect.type === 'suggestionWoken')
      receipts.add(effect.pending.receipt);
    if (effect.type === 'suggestionSnoozed') receipts.delete(effect.pending.receipt);
  }
  return Object.values(state.team.pending)
    .filter(({ receipt }) => receipts.has(receipt))
    .sort((a, b) => a.at - b.at || byText(a.taskId, b.taskId));
};

const mailTo = (
  { id, state, boardUrl, pageUrl }: RepMailBatch,
  person: RepId,
  pending: readonly Pending[],
): OutgoingMail | null => {
  const rep = state.team.reps[person];
  const [first] = pending;
  if (rep?.fields.email === undefined || first === undefined) return null;
  const language = rep.fields.language ?? state.team.policy.language;
  const words = repMailWords(language);
  const entryOf = (one: Pending) => findEntry(state, one.taskId)?.entry;
  const customer = entryOf(first)?.customer ?? '';
  const to = state.team.reps[first.to]?.fields.name ?? '';
  const subject =
    pending.length > 1
      ? words.subjectMany(pending.length)
      : first.from === undefined
        ? words.subjectTake(customer)
        : words.subjectGive(customer, to);
  const items = pending.slice(0, LISTED).map((one) => {
    const entry = entryOf(one);
    const name = [entry?.customer, entry?.title].filter((text) => text !== undefined && text !== '');
    return { name: name.join(' · '), question: suggestionText(one, state.team, language) };
  });
  const more = pending.length > LISTED ? words.more(pending.length - LISTED) : null;
  const letter = { name: rep.fields.name, items, more, page: pageUrl(person, 'ask', first.taskId), boardUrl };
  return {
    messageId: `<${id}.ask.${person}@peineng.mail>`,
    to: rep.fields.email,
    subject,
    text: asText(letter, words),
    html: asHtml(letter, words, language),
  };
};

interface Letter {
  readonly name: string;
  readonly items: readonly { readonly name: string; readonly question: string }[];
  readonly more: string | null;
  readonly page: string;
  readonly boardUrl: string;
}

type Words = ReturnType<typeof repMailWords>;

const asText = ({ name, items, more, page, boardUrl }: Letter, words: Words): string =>
  [
    words.greeting(name),
    '',
    ...items.flatMap((item) => [`- ${item.name}`, `    ${item.question}`]),
    ...(more === null ? [] : [more]),
    '',
    `${words.open}: ${page}`,
    '',
    words.why,
    `${words.board}: ${boardUrl}`,
    words.footer,
    '',
  ].join('\n');

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Inline styles and plain tags only: what every mail client keeps. */
const asHtml = ({ name, items, more, page, boardUrl }: Letter, words: Words, language: string): string => {
  const list = items.map(
    (item) =>
      `<li style="margin:8px 0"><strong>${escaped(item.name)}</strong><br>${escaped(item.question)}</li>`,
  );
  const rest = more === null ? '' : `<p style="margin:4px 0">${escaped(more)}</p>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="margin:0;padding:16px;background:#f4f5f7;font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans SC','Microsoft YaHei',sans-serif;color:#222;line-height:1.5"><div style="max-width:600px;margin:0 auto;background:#fff;border-radius:8px;padding:20px 24px"><p style="margin:0">${escaped(words.greeting(name))}</p><ul style="margin:12px 0 0;padding-left:20px">${list.join('')}</ul>${rest}<p style="margin:24px 0 8px"><a href="${escaped(page)}" style="background:#15539b;color:#fff;text-decoration:none;padding:12px 20px;border-radius:8px;display:inline-block">${escaped(words.open)}</a></p><p style="color:#666;font-size:13px;margin:8px 0">${escaped(words.why)} <a href="${escaped(boardUrl)}">${escaped(words.board)}</a></p><p style="color:#666;font-size:12px;margin:12px 0 0">${escaped(words.footer)}</p></div></body></html>`;
};
