/** Markup that is safe to send: everything put into it by {@link html} was escaped unless it is markup itself. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | null | readonly Markup[];

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const written = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('');
};

/**
 * Markup with texts in it: customers, titles and names are typed by people, so all of them are escaped.
 *
 * @example html`<b>${'<script>'}</b>`.markup // '<b>&#60;script&#62;</b>'
 */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.map((text, index) => text + written(parts[index] ?? null)).join(''),
});

/** A choice that leaves nothing behind when it does not hold. */
export const when = (holds: boolean, make: () => Markup): Markup | null => (holds ? make() : null);
