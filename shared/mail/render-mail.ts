import type { OutgoingMail } from '../ports/mailer.ts';
import type { PlannedMail } from './planned-mail.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** A planned mail as it is sent: the same facts as HTML and as text. */
export const renderMail = (planned: PlannedMail): OutgoingMail => ({
  messageId: planned.messageId,
  to: planned.to.email,
  subject: planned.subject,
  text: renderText(planned),
  html: renderHtml(planned),
});
