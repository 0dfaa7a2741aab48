/** Markup that is safe to send: made by {@link markup} only, so plain text cannot be taken for markup. */
export interface Html {
  readonly safe: string;
}

type Part = string | number | Html | readonly Html[] | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Template tag: everything put in is escaped unless it came from this tag itself.
 *
 * @example markup`<p>${'<b>'}</p>`.safe // '<p>&lt;b&gt;</p>'
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { safe: strings.reduce((all, string, index) => all + markupOf(parts[index - 1]) + string) };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'object') return 'safe' in part ? part.safe : part.map(({ safe }) => safe).join('');
  return escapeHtml(String(part));
}

const URL_IN_TEXT = /https?:\/\/[^\s<>"'()（）。，；！？、]+[^\s<>"'()（）。，；！？、.,;:!?]/g;

/** Plain text with its http links made clickable, opening in a new tab. */
export function linkified(text: string): Html {
  const pieces: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(URL_IN_TEXT)) {
    pieces.push(
      markup`${text.slice(end, match.index)}<a href="${match[0]}" target="_blank" rel="noopener noreferrer"
          >${match[0]}</a
        >`,
    );
    end = match.index + match[0].length;
  }
  return markup`${pieces}${text.slice(end)}`;
}
