import type { Language } from '../domain/rep.ts';
import { mailWords } from '../text/mail-words.ts';
import { inOrder, NO_HTML, type MailHtml } from './mail-html.ts';
import * as parts from './mail-parts.ts';
import { markHtml } from './mark-html.ts';
import type { MailAction, MailFold, MailLine, MailSection, PlannedMail } from './planned-mail.ts';
import { tableHtml } from './table-html.ts';

/**
 * The HTML part: the looks of `looks/mail.mjml`, filled. Tables and inline styles, so that Outlook and phones show
 * it alike; nothing is fetched, and without any style it still reads from top to bottom.
 */
export const renderHtml = ({ to, subject, sections, actions, preferencesUrl }: PlannedMail): string => {
  const words = mailWords(to.language);
  const page = to.rep === undefined ? '' : ` ${words.footer.page}`;
  return parts.frame({
    lang: to.language,
    title: subject,
    preview: previewOf(sections),
    brand: words.brand,
    greeting: words.greeting(to.name),
    sections: inOrder([
      ...sections.map((section, index) => sectionHtml(section, to.language, index === 0)),
      parts.rule(),
      ...actions.map(parts.link),
    ]),
    footer: `${words.footer.board}${page}`,
    preferences:
      preferencesUrl === undefined
        ? NO_HTML
        : parts.choose({ label: words.preferences, url: preferencesUrl }),
  }).html;
};

/** What a list of mails shows after the subject: the first line, and what else the mail is about. */
const previewOf = ([first, ...others]: readonly MailSection[]): string =>
  [first?.intro ?? first?.lines[0]?.text, ...others.map(({ heading }) => heading)]
    .filter((text) => text !== undefined && text !== '')
    .join(' · ');

const sectionHtml = (section: MailSection, language: Language, isFirst: boolean): MailHtml => {
  const { heading, intro, why, lines, table } = section;
  const asked = lines.findIndex(({ action }) => action !== undefined);
  return parts.section({
    heading,
    why,
    intro: intro === undefined ? NO_HTML : parts.line({ mark: NO_HTML, text: intro }),
    table: table === undefined ? NO_HTML : tableHtml(table),
    // One thing to tap stands out in a mail: the most urgent. All others are links.
    lines: inOrder(lines.map((line, index) => lineHtml(line, language, isFirst && index === asked))),
  });
};

const lineHtml = (line: MailLine, language: Language, isMain: boolean): MailHtml => {
  const { text, below, light, action, folded = [] } = line;
  const marked = { text, mark: light === undefined ? NO_HTML : markHtml(light, language) };
  return inOrder([
    below.length > 0 ? parts.lead(marked) : parts.line(marked),
    ...below.map((one) => (below.length > 1 ? parts.item({ text: one }) : parts.below({ text: one }))),
    ...(action === undefined ? [] : [actionHtml(action, isMain)]),
    ...folded.map(foldHtml),
  ]);
};

const actionHtml = (action: MailAction, isMain: boolean): MailHtml =>
  isMain ? parts.button(action) : parts.link(action);

/** Where a client knows no folding the lines are simply there, in small type. */
const foldHtml = ({ title, lines }: MailFold): MailHtml =>
  parts.fold({ title, lines: inOrder(lines.map((text) => parts.foldLine({ text }))) });
