import type { OutgoingMail } from '../ports/mailer.ts';
import { cleanMail } from './clean-mail.ts';
import type { PlannedMail } from './planned-mail.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

/** A planned mail as it is sent: the same facts as HTML and as text. */
export const renderMail = (planned: PlannedMail): OutgoingMail => {
  const mail = cleanMail(planned);
  return {
    messageId: mail.messageId,
    to: mail.to.email,
    subject: mail.subject,
    text: renderText(mail),
    html: renderHtml(mail),
  };
};
