import { cleanText, shortened } from './clean-text.ts';
import type { MailAction, MailCell, MailLine, MailSection, PlannedMail } from './planned-mail.ts';

/** Signs of a subject, and of the recipient's name: beyond that no client shows them. */
const SUBJECT = 160;
const NAME = 80;

/** A mail with all text fit to be shown: both renderings start from the same. */
export const cleanMail = (mail: PlannedMail): PlannedMail => ({
  ...mail,
  to: { ...mail.to, name: shortened(cleanText(mail.to.name), NAME) },
  subject: shortened(cleanText(mail.subject), SUBJECT),
  sections: mail.sections.map(cleanSection),
  actions: mail.actions.map(cleanAction),
});

const cleanSection = (section: MailSection): MailSection => ({
  ...section,
  subject: cleanText(section.subject),
  heading: cleanText(section.heading),
  ...(section.intro === undefined ? {} : { intro: cleanText(section.intro) }),
  why: cleanText(section.why),
  lines: section.lines.map(cleanLine),
  ...(section.table === undefined
    ? {}
    : {
        table: {
          head: section.table.head.map(cleanText),
          rows: section.table.rows.map((row) => row.map(cleanCell)),
        },
      }),
});

const cleanAction = ({ label, url }: MailAction): MailAction => ({ label: cleanText(label), url });

const cleanCell = (cell: MailCell): MailCell =>
  typeof cell === 'string' ? cleanText(cell) : { ...cell, text: cleanText(cell.text) };

const cleanLine = (line: MailLine): MailLine => ({
  ...line,
  text: cleanText(line.text),
  below: line.below.map(cleanText),
  ...(line.action === undefined ? {} : { action: cleanAction(line.action) }),
  ...(line.folded === undefined
    ? {}
    : {
        folded: line.folded.map(({ title, lines }) => ({
          title: cleanText(title),
          lines: lines.map(cleanText),
        })),
      }),
});
