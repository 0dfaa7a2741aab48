import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import mjmlCore from 'mjml-core';
import presetCore from 'mjml-preset-core';

const SOURCE = fileURLToPath(new URL('../shared/mail/looks/mail.mjml', import.meta.url));

/** The file that {@link compiledMail} is written to, from the root. */
export const MAIL_PARTS_FILE = join('shared', 'mail', 'mail-parts.ts');

const CUT = /<!--cut (\w+)-->([\s\S]*?)<!--end \1-->/g;
const SLOT = /\{\{\{\s*(\w+)\s*\}\}\}|\{\{\s*(\w+)\s*\}\}/g;

/**
 * The looks of mails as a module of functions, one per part of `mail.mjml`. MJML and what it needs stays at home:
 * the functions of the cloud only fill slots. Text slots are escaped by the generated code.
 */
export const compiledMail = async (): Promise<string> => {
  const html = tight(await toHtml(await readFile(SOURCE, 'utf8')));
  const parts = [...html.matchAll(CUT)].map(([, name = '', part = '']) => partFunction(name, part));
  const frame = partFunction('frame', html.replace(CUT, ''));
  const code = `/** Made from looks/mail.mjml by \`npm run docs\`: changes belong there. */
    import { escaped, type MailHtml } from './mail-html.ts';\n\n${[frame, ...parts].join('\n\n')}\n`;
  return format(code, { parser: 'typescript', singleQuote: true, printWidth: 110, trailingComma: 'all' });
};

/** Loaders differ in what they take for the default of a CommonJS module. */
const mjmlToHtml = typeof mjmlCore === 'function' ? mjmlCore : mjmlCore.default;

const toHtml = async (source: string): Promise<string> => {
  const { html, errors } = await mjmlToHtml(source, {
    presets: [presetCore],
    keepComments: true,
    // Fonts of the reader's own machine: a mail that fetches something tells when it was opened.
    fonts: {},
    validationLevel: 'soft',
  });
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  return html;
};

/** Without the indentation and the comments of the source; conditional comments are Outlook's and stay. */
const tight = (html: string): string =>
  html
    .replace(/<!--(?!\[if|<!|cut |end )(?:(?!-->)[\s\S])*-->(?<!<!\[endif\]-->)/g, '')
    .replace(/>\s+</g, '><')
    .replace(/"\s+>/g, '">')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/> (?=[^ <])/g, '>')
    .replace(/(?<=[^ >]) </g, '<');

const partFunction = (name: string, part: string): string => {
  const slots = new Map<string, 'text' | 'parts'>();
  for (const [, parts, text] of part.matchAll(SLOT))
    slots.set(parts ?? text ?? '', parts === undefined ? 'text' : 'parts');
  const fields = [...slots].map(
    ([slot, kind]) => `readonly ${slot}: ${kind === 'text' ? 'string' : 'MailHtml'}`,
  );
  const body = part
    .replaceAll(/[\\`]|\$\{/g, (sign) => `\\${sign}`)
    .replaceAll(SLOT, (_all, parts?: string, text?: string) =>
      parts === undefined ? `\${escaped(slots.${text ?? ''})}` : `\${slots.${parts}.html}`,
    );
  const parameter = fields.length === 0 ? '' : `slots: { ${fields.join('; ')} }`;
  return `export const ${name} = (${parameter}): MailHtml => ({ html: \`${body}\` });`;
};
