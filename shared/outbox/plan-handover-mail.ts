import type { BoardState } from '../domain/board-state.ts';
import type { HandoverLine } from '../domain/handover.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { Language, Rep } from '../domain/rep.ts';
import type { Effect } from '../decide/effects.ts';
import type { OutgoingMail } from '../ports/mailer.ts';
import { handoverMailWords, type HandoverAsk } from '../text/handover-mail-words.ts';
import { supervisorsOf } from './mail-sections.ts';
import { letter } from './mail-letter.ts';
import type { MailBatch } from './plan-mail.ts';

interface Ask {
  readonly kind: HandoverAsk;
  readonly line: HandoverLine;
}

/**
 * Mails about handovers (spec 3.6): the former owner is asked to write, the new one to read, whoever is late is
 * reminded, and the supervisor hears what they may release. At most one mail per person and batch, in the
 * reader's language. What stands in a handover is not in the mail: only whose deal it is.
 */
export const planHandoverMail = (batch: MailBatch): readonly OutgoingMail[] => {
  const asks = new Map<string, Ask[]>();
  const ask = (rep: Rep | undefined, kind: HandoverAsk, line: HandoverLine): void => {
    if (rep?.fields.email === undefined || rep.fields.availability === 'left') return;
    asks.set(rep.id, [...(asks.get(rep.id) ?? []), { kind, line }]);
  };
  for (const record of batch.records) for (const effect of record.effects) askAbout(effect, batch.state, ask);
  return [...asks]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([rep, list]) => mailTo(batch, batch.state.team.reps[rep], list));
};

const askAbout = (
  effect: Effect,
  { team }: BoardState,
  ask: (rep: Rep | undefined, kind: HandoverAsk, line: HandoverLine) => void,
): void => {
  if (effect.type === 'taskChanged' && effect.before.handover !== effect.task.handover) {
    // What has been closed or has moved on since asks nobody any more.
    const line = team.handovers?.[effect.task.id];
    if (line === undefined || line.openedAt !== effect.task.handover?.openedAt) return;
    ask(team.reps[line.from], 'write', line);
    ask(team.reps[line.to], 'read', line);
  }
  if (effect.type !== 'handoverLate') return;
  const { line, late } = effect;
  ask(team.reps[late === 'giver' ? line.from : line.to], late === 'giver' ? 'writeLate' : 'readLate', line);
  if (late === 'taker') return;
  const supervisors = Object.values(team.reps)
    .filter(({ fields }) => fields.role === 'supervisor' && fields.availability !== 'left')
    .sort((a, b) => byText(a.id, b.id));
  for (const one of supervisorsOf(team.reps[line.from], supervisors)) ask(one, 'release', line);
};

const mailTo = (batch: MailBatch, rep: Rep | undefined, asks: readonly Ask[]): readonly OutgoingMail[] => {
  const [first] = asks;
  const email = rep?.fields.email;
  if (first === undefined || rep === undefined || email === undefined) return [];
  const { team } = batch.state;
  const language: Language = rep.fields.language ?? team.policy.language;
  const words = handoverMailWords(language);
  const name = (id: RepId): string => team.reps[id]?.fields.name ?? '—';
  const lines = asks.map(({ kind, line }) =>
    words.line[kind]([line.customer, line.title].filter(Boolean).join(' · '), name(line.from), name(line.to)),
  );
  const url = batch.pageUrl?.(rep.id, 'handover') ?? batch.boardUrl;
  const local = email.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return [
    {
      messageId: `<${batch.id}.handover.${local}@peineng.mail>`,
      to: email,
      subject: words.subject[first.kind](first.line.customer, asks.length - 1),
      ...letter({ name: rep.fields.name, lines, why: words.why, url, language }),
    },
  ];
};
