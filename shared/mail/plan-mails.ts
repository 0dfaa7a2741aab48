import { dayAt } from '../domain/day.ts';
import { teamReport } from '../report/make-report.ts';
import type { TeamReport } from '../report/team-report.ts';
import { mailWords } from '../text/mail-words.ts';
import { reportMailWords } from '../text/report-mail-words.ts';
import { SECTIONS } from './kinds/sections.ts';
import { pageOf, type MailBatch, type MailContext, type Reader } from './mail-context.ts';
import { mailReaders } from './mail-readers.ts';
import type { MailAction, MailKind, PlannedMail } from './planned-mail.ts';
import { dashboardUrl } from './task-links.ts';

/**
 * One mail per recipient and batch, whatever there is to say to them (spec 3.3): sections of all kinds, most
 * urgent first. Only what still holds when the mail is written is in it. The Message-ID follows from batch and
 * recipient, so that a mail tried again can be recognised.
 */
export const planMails = (batch: MailBatch): readonly PlannedMail[] => {
  const context = contextOf(batch);
  return mailReaders(batch.state, context.today).flatMap((reader) => mailTo(context, reader) ?? []);
};

/** A batch with what its sections want to know, worked out once for all readers. */
export const contextOf = (batch: MailBatch): MailContext => {
  const { records, state, at } = batch;
  let report: TeamReport | undefined;
  return {
    ...batch,
    report: () => (report ??= teamReport(state, [], at)),
    effects: records.flatMap((record) => record.effects),
    today: dayAt(at, state.team.policy.timeZone),
  };
};

/** The mail without the kinds that its reader does not want; null when nothing is left of it. */
export const withKinds = (planned: PlannedMail, keep: (kind: MailKind) => boolean): PlannedMail | null => {
  const sections = planned.sections.filter(({ kind }) => keep(kind));
  const [first] = sections;
  return first === undefined ? null : { ...planned, subject: first.subject, sections };
};

const mailTo = (context: MailContext, reader: Reader): PlannedMail | null => {
  const sections = SECTIONS.flatMap(([, section]) => section(context, reader) ?? []);
  const [first] = sections;
  if (first === undefined) return null;
  const { hears: _hears, ...to } = reader;
  return {
    messageId: `<${context.id}.${idPart(reader.key)}@peineng.mail>`,
    to,
    subject: first.subject,
    sections,
    actions: actionsFor(context, reader, first.kind),
  };
};

const idPart = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The board, and the reader's own page where there is one; the digest leads to the dashboard first. */
const actionsFor = (context: MailContext, reader: Reader, kind: MailKind): readonly MailAction[] => {
  const words = mailWords(reader.language);
  const board = { label: words.open, url: context.boardUrl };
  if (reader.rep === undefined) return [board];
  const leads = context.state.team.reps[reader.rep]?.fields.role === 'supervisor';
  if (leads && kind === 'digest') {
    const label = reportMailWords(reader.language).digest.see.dashboard;
    return [{ label, url: dashboardUrl(context, reader) }, board];
  }
  return [
    board,
    leads
      ? { label: words.openTeam, url: pageOf(context, reader, 'team') }
      : { label: words.openTasks, url: pageOf(context, reader, 'tasks') },
  ];
};
