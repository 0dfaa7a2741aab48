import { mailWords } from '../text/mail-words.ts';
import type { MailLine, MailSection, PlannedMail } from './planned-mail.ts';
import { renderHtml } from './render-html.ts';

/** Gmail cuts a mail off at 102 KB, and with it whatever stands at the end. */
const MOST_BYTES = 96 * 1024;

/** What is left of a section when a mail is too long: rows of its table, lines, and lines below each. */
const ROWS = 12;
const LINES = 6;
const BELOW = 3;

export interface FittedMail {
  readonly mail: PlannedMail;
  readonly html: string;
}

/**
 * The mail as far as it fits: as it is; else without its receipts, which stand on page and board; else with the
 * first lines of each section, the rest counted. A team of any size gets mails that arrive whole.
 */
export const fittedMail = (mail: PlannedMail): FittedMail => {
  const tries = [
    () => mail,
    () => each(mail, withoutFolds),
    () => each(mail, (one) => cut(withoutFolds(one), mail)),
  ];
  for (const attempt of tries) {
    const fitted = attempt();
    const html = renderHtml(fitted);
    if (bytesOf(html) <= MOST_BYTES) return { mail: fitted, html };
  }
  // Even so too long: one line a section, which no number of kinds makes too long.
  const least = each(mail, (one) => ({
    ...cut(withoutFolds(one), mail),
    lines: cut(one, mail).lines.slice(-1),
  }));
  return { mail: least, html: renderHtml(least) };
};

const each = (mail: PlannedMail, change: (section: MailSection) => MailSection): PlannedMail => ({
  ...mail,
  sections: mail.sections.map(change),
});

const withoutFolds = (section: MailSection): MailSection => ({
  ...section,
  lines: section.lines.map(({ folded: _folded, ...line }) => line),
});

const cut = (section: MailSection, { to }: PlannedMail): MailSection => {
  const { more } = mailWords(to.language);
  const lines = section.lines.slice(0, LINES).map((line): MailLine => {
    const rest = line.below.length - BELOW;
    return rest > 0 ? { ...line, below: [...line.below.slice(0, BELOW), more(rest)] } : line;
  });
  const counted = (count: number): readonly MailLine[] =>
    count > 0 ? [{ text: more(count), below: [] }] : [];
  const { table } = section;
  return {
    ...section,
    ...(table === undefined ? {} : { table: { ...table, rows: table.rows.slice(0, ROWS) } }),
    lines: [...counted((table?.rows.length ?? 0) - ROWS), ...lines, ...counted(section.lines.length - LINES)],
  };
};

/** Length in UTF-8. */
const bytesOf = (text: string): number => {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};
