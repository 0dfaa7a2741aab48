import { byText, type RepId } from '../domain/ids.ts';
import type { BoardState } from '../domain/board-state.ts';
import type { Language } from '../domain/rep.ts';
import type { OutgoingMail } from '../ports/mailer.ts';
import type { EventRecord } from '../ports/store.ts';
import { mailWords } from '../text/mail-words.ts';
import type { PageView } from '../text/page-words.ts';
import { mailSections, supervisorsOf, type MailSection } from './mail-sections.ts';

/** The events told together: one edit, or all parts of one sweep. `id` names the batch. */
export interface MailBatch {
  readonly id: string;
  readonly records: readonly EventRecord[];
  readonly state: BoardState;
  /** Where the board opens. */
  readonly boardUrl: string;
  /** Where a person's own page opens; the board where there is none. */
  readonly pageUrl?: (rep: RepId, view?: PageView) => string;
}

interface Recipient {
  /** Absent for whoever is told without being on the Team tab. */
  readonly person?: RepId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly isTheirs: (rep: string | undefined) => boolean;
}

/**
 * At most one mail per supervisor and batch (spec 3.3), with a deterministic Message-ID, so that a mail tried
 * twice can be recognised. Supervisors without an address are skipped; when none has one, the people who
 * installed the board are told.
 */
export const planMail = ({ id, records, state, boardUrl, pageUrl }: MailBatch): readonly OutgoingMail[] => {
  const effects = records.flatMap((record) => record.effects);
  return recipients(state).flatMap(({ person, name, email, language, isTheirs }): readonly OutgoingMail[] => {
    const sections = mailSections(effects, state, isTheirs, language);
    const [first] = sections;
    if (first === undefined) return [];
    const page = person === undefined ? undefined : pageUrl?.(person, 'team');
    const urls = { boardUrl, ...(page === undefined ? {} : { page }) };
    return [
      {
        messageId: `<${id}.${localPart(email)}@peineng.mail>`,
        to: email,
        subject: first.subject,
        text: asText(name, sections, urls, language),
        html: asHtml(name, sections, urls, language),
      },
    ];
  });
};

const localPart = (email: string): string => email.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const recipients = ({ team }: BoardState): readonly Recipient[] => {
  const supervisors = Object.values(team.reps)
    .filter(
      ({ fields }) =>
        fields.role === 'supervisor' && fields.availability !== 'left' && fields.email !== undefined,
    )
    .sort((a, b) => byText(a.id, b.id));
  if (supervisors.length === 0) {
    const { language } = team.policy;
    return team.installedBy.map((email) => ({ name: email, email, language, isTheirs: () => true }));
  }
  return supervisors.map((supervisor) => ({
    person: supervisor.id,
    name: supervisor.fields.name,
    email: supervisor.fields.email ?? '',
    language: supervisor.fields.language ?? team.policy.language,
    isTheirs: (rep) =>
      supervisorsOf(rep === undefined ? undefined : team.reps[rep], supervisors).some(
        ({ id }) => id === supervisor.id,
      ),
  }));
};

/** The board, and the reader's own page where there is one. */
interface Urls {
  readonly boardUrl: string;
  readonly page?: string;
}

const asText = (
  name: string,
  sections: readonly MailSection[],
  { boardUrl, page }: Urls,
  language: Language,
): string => {
  const words = mailWords(language);
  const body = sections.flatMap(({ heading, why, lines }) => [
    '',
    `== ${heading} ==`,
    ...lines.flatMap(({ text, below }) => [`- ${text}`, ...below.map((line) => `    ${line}`)]),
    why,
  ]);
  return [
    words.greeting(name),
    ...body,
    '',
    `${words.open}: ${boardUrl}`,
    ...(page === undefined ? [] : [`${words.openPage}: ${page}`]),
    '',
    words.footer,
    '',
  ].join('\n');
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Inline styles and plain tags only: what every mail client keeps. */
const asHtml = (
  name: string,
  sections: readonly MailSection[],
  { boardUrl, page }: Urls,
  language: Language,
): string => {
  const words = mailWords(language);
  const parts = sections.map(({ heading, why, lines }) => {
    const items = lines.map(({ text, below }) => {
      const list = below.map((line) => `<li style="color:#555">${escaped(line)}</li>`).join('');
      return `<li style="margin:6px 0">${escaped(text)}${list === '' ? '' : `<ul style="margin:4px 0 0;padding-left:18px">${list}</ul>`}</li>`;
    });
    return `<h2 style="font-size:16px;margin:20px 0 8px">${escaped(heading)}</h2><ul style="margin:0;padding-left:20px">${items.join('')}</ul><p style="color:#777;font-size:13px;margin:8px 0 0">${escaped(why)}</p>`;
  });
  const own =
    page === undefined
      ? ''
      : `<p style="margin:8px 0"><a href="${escaped(page)}" style="color:#15539b;display:inline-block;padding:8px 0">${escaped(words.openPage)}</a></p>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="margin:0;padding:16px;background:#f4f5f7;font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans SC','Microsoft YaHei',sans-serif;color:#222;line-height:1.5"><div style="max-width:600px;margin:0 auto;background:#fff;border-radius:8px;padding:20px 24px"><p style="margin:0">${escaped(words.greeting(name))}</p>${parts.join('')}<p style="margin:24px 0 8px"><a href="${escaped(boardUrl)}" style="background:#1a5fb4;color:#fff;text-decoration:none;padding:10px 18px;border-radius:6px;display:inline-block">${escaped(words.open)}</a></p>${own}<p style="color:#999;font-size:12px;margin:16px 0 0">${escaped(words.footer)}</p></div></body></html>`;
};
