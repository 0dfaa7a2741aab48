/** Markup made by the templates, never by people: text gets in through {@link escaped} only. */
export interface MailHtml {
  readonly html: string;
}

export const NO_HTML: MailHtml = { html: '' };

/** Parts one after the other. */
export const inOrder = (parts: readonly MailHtml[]): MailHtml => ({
  html: parts.map(({ html }) => html).join(''),
});

/** Text for element content and quoted attributes. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
