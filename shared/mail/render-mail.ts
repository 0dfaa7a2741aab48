import type { OutgoingMail } from '../ports/mailer.ts';
import { cleanMail } from './clean-mail.ts';
import { fittedMail } from './fitted-mail.ts';
import type { PlannedMail } from './planned-mail.ts';
import { renderText } from './render-text.ts';

/** A planned mail as it is sent: the same facts as HTML and as text. */
export const renderMail = (planned: PlannedMail): OutgoingMail => {
  const { mail, html } = fittedMail(cleanMail(planned));
  return {
    messageId: mail.messageId,
    to: mail.to.email,
    subject: mail.subject,
    text: renderText(mail),
    html,
  };
};
