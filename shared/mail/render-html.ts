import { mailWords } from '../text/mail-words.ts';
import type { MailAction, MailLine, MailSection, PlannedMail } from './planned-mail.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const link = ({ label, url }: MailAction, style: string): string =>
  `<a href="${escaped(url)}" style="${style}">${escaped(label)}</a>`;

const BUTTON =
  'background:#1a5fb4;color:#fff;text-decoration:none;padding:10px 18px;border-radius:6px;display:inline-block';
const LESSER = 'color:#15539b;display:inline-block;padding:8px 0';

/** Inline styles and plain tags only: what every mail client keeps. */
export const renderHtml = ({ to, sections, actions }: PlannedMail): string => {
  const words = mailWords(to.language);
  const buttons = actions.map((action) => `<p style="margin:8px 0">${link(action, LESSER)}</p>`).join('');
  return `<!doctype html><html lang="${to.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="margin:0;padding:16px;background:#f4f5f7;font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans SC','Microsoft YaHei',sans-serif;color:#222;line-height:1.5"><div style="max-width:600px;margin:0 auto;background:#fff;border-radius:8px;padding:20px 24px"><p style="margin:0">${escaped(words.greeting(to.name))}</p>${sections.map(sectionHtml).join('')}${buttons}<p style="color:#666;font-size:12px;margin:16px 0 0">${escaped(words.footer.board)} ${to.rep === undefined ? '' : escaped(words.footer.page)}</p></div></body></html>`;
};

const sectionHtml = ({ heading, lines, why }: MailSection): string =>
  `<h2 style="font-size:16px;margin:20px 0 8px">${escaped(heading)}</h2><ul style="margin:0;padding-left:20px">${lines.map(lineHtml).join('')}</ul><p style="color:#666;font-size:13px;margin:8px 0 0">${escaped(why)}</p>`;

const lineHtml = ({ text, below, action }: MailLine): string => {
  const list = below.map((line) => `<li style="color:#555">${escaped(line)}</li>`).join('');
  return `<li style="margin:6px 0">${escaped(text)}${list === '' ? '' : `<ul style="margin:4px 0 0;padding-left:18px">${list}</ul>`}${action === undefined ? '' : `<p style="margin:8px 0">${link(action, BUTTON)}</p>`}</li>`;
};
