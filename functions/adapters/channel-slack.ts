import type { ChannelMessage } from '../../shared/ports/channel.ts';
import { byStatus, cutText, done, fitted, refused, withoutMarkup, type ChatService } from './chat-request.ts';

/** Characters of a section's text, and of a header: https://docs.slack.dev/reference/block-kit/blocks */
const SECTION_MAX = 3000;
const HEADER_MAX = 150;

/** The three signs that Slack's text reads as markup, among it `<!channel>`. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const sectionText = ({ lines }: ChannelMessage): string =>
  lines.map((line) => `• ${escaped(withoutMarkup(line, /[*_~`]/g))}`).join('\n');

/**
 * Incoming webhooks of Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 * Answers `ok` with 200; a refusal is a status of 4xx with a word such as `no_service`, too many messages (more
 * than about one a second) are 429.
 */
export const slack: ChatService = {
  request: (message, { url }) => {
    const fits = fitted(message, (one) => sectionText(one).length <= SECTION_MAX);
    const { link } = fits;
    return {
      url,
      body: {
        // Shown by notifications and readers that cannot show blocks.
        text: escaped(`${fits.title}: ${fits.lines.join(' · ')}`),
        blocks: [
          {
            type: 'header',
            text: { type: 'plain_text', text: cutText(fits.title, HEADER_MAX), emoji: false },
          },
          ...(fits.lines.length === 0
            ? []
            : [{ type: 'section', text: { type: 'mrkdwn', text: sectionText(fits), verbatim: true } }]),
          { type: 'section', text: { type: 'mrkdwn', text: `<${escaped(link.url)}|${escaped(link.text)}>` } },
        ],
        unfurl_links: false,
      },
    };
  },
  read: (status, body) => {
    // Slack's words are a fixed list, never what was sent; anything else is not repeated.
    const word = /^[a-z_]{1,40}$/.exec(body.trim())?.[0];
    if (status === 200) return word === 'ok' ? done : refused('an answer that is not Slack’s');
    const failed = byStatus(status);
    return word === undefined ? failed : { ...failed, reason: `${failed.reason} ${word}` };
  },
};
