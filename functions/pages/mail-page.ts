import { MAIL_GROUPS, MAIL_PACES } from '../../shared/domain/mail-choice.ts';
import { mailPageWords } from '../../shared/text/mail-page-words.ts';
import { markup } from './markup.ts';
import { personPage, type Visit } from './page-frame.ts';

/** Where somebody chooses what mail they get and how often. */
export const mailPage = (visit: Visit): string => {
  const { language, mail } = visit.home.rep;
  const words = mailPageWords(language);
  const checked = (holds: boolean) => (holds ? markup` checked` : null);
  const paces = MAIL_PACES.map(
    (pace) =>
      markup`<label class="choice" for="pace-${pace}"><input type="radio" id="pace-${pace}" name="pace" value="${pace}" ${checked(mail.pace === pace)} />
        ${words.paces[pace].label}<span class="soft">${words.paces[pace].meaning}</span></label>`,
  );
  const groups = MAIL_GROUPS.map(
    (group) =>
      markup`<label class="choice" for="${group}"><input type="checkbox" id="${group}" name="${group}" value="yes" ${checked(mail.groups.includes(group))} />
        ${words.group[group].label}<span class="soft">${words.group[group].meaning}</span></label>`,
  );
  const content = markup`<p>${words.intro}</p>
    <form method="post">
      <fieldset>
        <legend>${words.groups}</legend>
        ${groups}
      </fieldset>
      <fieldset>
        <legend>${words.pace}</legend>
        ${paces}
      </fieldset>
      <p class="soft">${words.board}</p>
      <button class="main" name="a" value="${visit.token('mail', '', '')}">${words.save}</button>
    </form>`;
  return personPage(visit, 'mail', words.title, content);
};
