import type { Language } from '../domain/rep.ts';
import { mailWords } from '../text/mail-words.ts';

/** A short mail: greeting, a list, why it came, one button. */
export interface Letter {
  readonly name: string;
  readonly lines: readonly string[];
  readonly why: string;
  readonly url: string;
  readonly language: Language;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** As text and as HTML with inline styles and plain tags only: what every mail client keeps. */
export const letter = ({ name, lines, why, url, language }: Letter): { text: string; html: string } => {
  const words = mailWords(language);
  const text = [
    words.greeting(name),
    '',
    ...lines.map((line) => `- ${line}`),
    '',
    why,
    '',
    `${words.open}: ${url}`,
    '',
  ].join('\n');
  const items = lines.map((line) => `<li style="margin:6px 0">${escaped(line)}</li>`).join('');
  const html =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>` +
    `<body style="margin:0;padding:16px;background:#f4f5f7;font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans SC','Microsoft YaHei',sans-serif;color:#222;line-height:1.5">` +
    `<div style="max-width:600px;margin:0 auto;background:#fff;border-radius:8px;padding:20px 24px"><p style="margin:0">${escaped(words.greeting(name))}</p>` +
    `<ul style="margin:12px 0 0;padding-left:20px">${items}</ul><p style="color:#777;font-size:13px">${escaped(why)}</p>` +
    `<p style="margin:24px 0 8px"><a href="${escaped(url)}" style="background:#1a5fb4;color:#fff;text-decoration:none;padding:10px 18px;border-radius:6px;display:inline-block">${escaped(words.open)}</a></p></div></body></html>`;
  return { text, html };
};
