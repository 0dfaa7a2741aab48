/** Text that is safe to send as HTML: everything put into it by {@link markup} was escaped unless it was markup already. */
export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | null | readonly Markup[];

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const written = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
};

/**
 * Markup with texts in it: customers, titles and names are typed by people, so all of them are escaped.
 *
 * @example markup`<b>${'<script>'}</b>`.html // '<b>&#60;script&#62;</b>'
 */
export const markup = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  html: texts.map((text, index) => text + written(parts[index] ?? null)).join(''),
});

/** A choice that leaves nothing behind when it does not hold. */
export const when = (holds: boolean, make: () => Markup): Markup | null => (holds ? make() : null);
