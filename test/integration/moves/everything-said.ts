/** Everything that people or machines could read of a running board, gathered as text with where it stood. */
import type { DocumentReference } from 'firebase-admin/firestore';
import { vi } from 'vitest';
import type { PageView } from '../../../shared/text/page-words.ts';
import type { RunningBoard } from '../pipeline/running-board.ts';

/** Where something was said, and what. */
export type Said = readonly (readonly [where: string, text: string])[];

/** Lines of the log from now on. */
export const hearLog = ({ ports }: RunningBoard): readonly string[] => {
  const lines: string[] = [];
  for (const level of ['info', 'warn', 'error'] as const) {
    const tell = ports.log[level].bind(ports.log);
    vi.spyOn(ports.log, level).mockImplementation((event, data) => {
      const readable = (_key: string, value: unknown): unknown =>
        value instanceof Error ? [value.message, value.stack, value.cause] : value;
      lines.push(JSON.stringify([event, data], readable));
      tell(event, data);
    });
  }
  return lines;
};

const CONCERNED = ['老王', 'Lisa', 'Kevin', '王芳'];
const VIEWS: readonly PageView[] = ['tasks', 'ask', 'handover', 'report', 'team', 'mail'];

/** A connection that was kept open may be closed just when it is used again; looking twice changes nothing. */
const onceMore = async <T>(look: () => Promise<T>): Promise<T> => {
  try {
    return await look();
  } catch (error) {
    if (error instanceof TypeError) return look();
    throw error;
  }
};

/** Values, notes, formulas and rules of every cell, hidden tabs and developer data too. */
const sheetSays = ({ running }: RunningBoard): Said => [
  ['sheet', JSON.stringify(running.sheets.getSpreadsheet(running.spreadsheetId, { includeGridData: true }))],
];

/** All parts and headers, as they were received. */
const mailsSay = async (board: RunningBoard): Promise<Said> => {
  const mails = await onceMore(async () =>
    Promise.all((await board.mails()).map(({ id }) => board.mail(id))),
  );
  return mails.map((mail) => {
    const raw = String(mail.raw);
    return [`mail ${mail.id}`, `${JSON.stringify({ ...mail, raw: null })}\n${raw}\n${decoded(raw)}`];
  });
};

/** Bodies in base64 would hide what they say. */
const decoded = (raw: string): string =>
  raw
    .split(/\r?\n\r?\n/)
    .map((part) => Buffer.from(part, 'base64').toString('utf8'))
    .join('\n');

/** Every page of everybody, the board's own pages and what they fetch. */
const pagesSay = async (board: RunningBoard): Promise<Said> => {
  const { origin, app } = board.running;
  const team = (await board.ports.store.team(board.team))!;
  const people = Object.values(team.reps);
  // Those who ever had to do with the deals that are looked at; of all others what their pages are made from.
  const concerned = people.filter(({ fields }) => CONCERNED.includes(fields.name));
  const own = concerned.flatMap(({ id }) => VIEWS.map((view) => board.ports.pageUrl(board.team, id, view)));
  const local = ['/', '/board', '/board/api/book', '/board/sidebar', '/inbox', '/inbox/api/mails'];
  const said: (readonly [string, string])[] = [];
  for (const url of [...own, ...local.map((path) => `${origin}${path}`)]) {
    const text = await onceMore(async () => (await fetch(url)).text());
    said.push([`page ${url.replace(/t=[^&]*/, 't=…')}`, text]);
  }
  for (const { id, fields } of people)
    said.push([`home ${fields.name}`, JSON.stringify(await app.people.home(board.team, id))]);
  return said;
};

/** A team's head and all that stands below it: nothing of ours lies deeper. */
const documentsBelow = async (document: DocumentReference): Promise<Said> => {
  const own = await document.get();
  const below = await Promise.all((await document.listCollections()).map((one) => one.get()));
  return [own, ...below.flatMap(({ docs }) => docs)].map((one) => [
    one.ref.path,
    JSON.stringify(one.data() ?? null),
  ]);
};

const databaseSays = async ({ running }: RunningBoard): Promise<Said> => {
  const { docs } = await running.firestore.collection('teams').get();
  return (await Promise.all(docs.map(({ ref }) => documentsBelow(ref)))).flat();
};

/** Everything: sheet, mails, pages, database, log. Documents under `contacts/` are where a contact belongs. */
export const everythingSaid = async (board: RunningBoard, log: readonly string[]): Promise<Said> => [
  ...sheetSays(board),
  ...(await mailsSay(board)),
  ...(await pagesSay(board)),
  ...(await databaseSays(board)),
  ['log', log.join('\n')],
];

/** Where any of these parts is found. */
export const placesOf = (said: Said, parts: readonly string[]): readonly string[] =>
  said.filter(([, text]) => parts.some((part) => text.includes(part))).map(([where]) => where);
