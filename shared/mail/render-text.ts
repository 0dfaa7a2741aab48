import type { Language } from '../domain/rep.ts';
import { mailWords } from '../text/mail-words.ts';
import { markedText } from './marked-text.ts';
import type { MailAction, MailCell, MailLine, MailSection, PlannedMail } from './planned-mail.ts';

/** The text part: everything the HTML says, for readers and clients that want it plain. */
export const renderText = ({ to, sections, actions, preferencesUrl }: PlannedMail): string => {
  const words = mailWords(to.language);
  return [
    words.greeting(to.name),
    ...sections.flatMap((section) => sectionText(section, to.language)),
    '',
    ...actions.map(linkText),
    '',
    words.footer.board,
    ...(to.rep === undefined ? [] : [words.footer.page]),
    ...(preferencesUrl === undefined ? [] : [linkText({ label: words.preferences, url: preferencesUrl })]),
    '',
  ].join('\n');
};

const linkText = ({ label, url }: MailAction): string => `${label}: ${url}`;

const sectionText = (
  { heading, intro, lines, table, why }: MailSection,
  language: Language,
): readonly string[] => [
  '',
  `== ${heading} ==`,
  ...(intro === undefined ? [] : [intro]),
  ...(table === undefined ? [] : tableText(table)),
  ...lines.flatMap((line) => lineText(line, language)),
  why,
];

const lineText = (line: MailLine, language: Language): readonly string[] => [
  `- ${markedText(line, language)}`,
  ...line.below.map((one) => `    ${one}`),
  ...(line.action === undefined ? [] : [`    ${linkText(line.action)}`]),
  ...(line.folded ?? []).flatMap(({ title, lines }) => [
    `    ${title}`,
    ...lines.map((one) => `      ${one}`),
  ]),
];

const cellText = (cell: MailCell): string => (typeof cell === 'string' ? cell : cell.text);

/** One line per row, each cell with the name of its column: columns of spaces would not line up anywhere. */
const tableText = ({ head, rows }: NonNullable<MailSection['table']>): readonly string[] =>
  rows.map(([first = '', ...cells]) => {
    const named = cells.map((cell, index) =>
      head.length === 2 ? cellText(cell) : `${head[index + 1] ?? ''} ${cellText(cell)}`,
    );
    return `- ${cellText(first)}: ${named.join(' · ')}`;
  });
