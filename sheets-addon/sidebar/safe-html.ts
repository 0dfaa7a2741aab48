/**
 * Markup whose inserted values are always escaped. Everything shown in the sidebar comes from a spreadsheet, a
 * server or a person; only what `html` made itself passes as markup.
 */
export interface SafeHtml {
  readonly markup: string;
}

type Value = string | number | SafeHtml | readonly SafeHtml[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it must stand in markup, between tags as well as in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Tag for templates: html`<b>${name}</b>` is safe whatever `name` holds. Attributes must be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): SafeHtml {
  const markup = parts.reduce(
    (sum, part, i) => sum + (i === 0 ? '' : markupOf(values[i - 1] ?? '')) + part,
    '',
  );
  return { markup };
}

function markupOf(value: Value): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map((piece) => piece.markup).join('');
}
