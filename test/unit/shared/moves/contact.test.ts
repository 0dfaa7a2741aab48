import { describe, expect, test } from 'vitest';
import { keepContacts, sealContacts } from '../../../../functions/pipeline/seal-contacts.ts';
import { eventId } from '../../../../shared/domain/ids.ts';
import { CONTACT_MASK, CONTACT_TYPED, typedContact } from '../../../../shared/moves/contact-cell.ts';
import { planMails } from '../../../../shared/mail/plan-mails.ts';
import { renderMail } from '../../../../shared/mail/render-mail.ts';
import { planWrites } from '../../../../shared/outbox/plan-writes.ts';
import type { EventRecord } from '../../../../shared/ports/store.ts';
import { aBoard, NOW, tid, type BoardSpec } from '../../../support/board-builder.ts';
import { cellsOfTask, rowsRead, type Cells } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

const PLANTED = '王院长 13800001111 dean@hospital.example';
const TEAM: BoardSpec = {
  reps: { wang: { name: '老王', email: 'wang@example.com' }, lisa: { name: 'Lisa' } },
  tasks: { t1: { owner: 'wang' } },
};

const sealedRow = (typed: Cells) => {
  const board = aBoard(TEAM);
  const cells = cellsOfTask(board.tasks[tid('t1')]!, board, typed);
  const { read, contacts } = sealContacts({ rows: { tasks: [{ row: 2, cells }] }, ids: {}, columns: {} });
  return { board, rows: read.rows.tasks!, contacts };
};

test.each([
  ['a text', ' 张工 138 ', '张工 138'],
  ['a telephone number', 13800001111, '13800001111'],
  ['an empty cell', null, null],
  ['a mask', `${CONTACT_MASK} kept`, null],
  ['a failed formula', '#REF!', null],
])('%s is read as it was typed, or not at all', (_name, cell, expected) =>
  expect(typedContact(cell)).toBe(expected),
);

describe('a typed contact', () => {
  test('is taken out of what was read before anybody else sees it', () => {
    const { rows, contacts } = sealedRow({ contact: PLANTED });
    expect(rows[0]!.cells['contact']).toBe(CONTACT_TYPED);
    expect(contacts.get(2)).toBe(PLANTED);
  });

  test.each([
    ['with a good row', { contact: PLANTED, owner: 'Lisa' }],
    ['with a bad one', { contact: PLANTED, value: '很高', owner: 'nobody' }],
  ])('stands in no effect, cell, note, audit row or mail, %s', async (_name, typed) => {
    const { board, rows, contacts } = sealedRow(typed);
    const { effects, state, only } = given(board).when(rowsRead(rows));
    expect(only('contactKept').task.contact).toBe(true);
    const record: EventRecord = {
      id: eventId('event-1'),
      at: NOW,
      kind: 'tasks',
      actor: null,
      revision: 1,
      policyVersion: 1,
      auditFrom: 0,
      effects,
      delivered: false,
    };
    const telling = { records: [record], state };
    const kept = new Map<string, string>();
    const ports = {
      contacts: {
        put: (_team: string, task: string, contact: string) => {
          kept.set(task, contact);
          return Promise.resolve();
        },
        get: () => Promise.resolve(null),
      },
    };
    const masks = await keepContacts(ports, state.team.id, contacts, [telling]);
    expect(kept.get(tid('t1'))).toBe(PLANTED);
    expect(masks.cells).toEqual([
      { tab: 'tasks', at: { id: tid('t1') }, column: 'contact', value: CONTACT_MASK },
    ]);
    const urls = { boardUrl: 'https://board.example', pageUrl: () => 'https://page.example' };
    const mails = planMails({ id: 'event-1', records: [record], state, at: NOW, ...urls });
    const told = [planWrites(telling, NOW), masks, mails.map(renderMail)];
    for (const part of ['13800001111', '王院长', 'dean@hospital'])
      expect(JSON.stringify([effects, state, told])).not.toContain(part);
  });

  test('is asked for again when it could not be kept: the cell is masked only after', async () => {
    const { board, rows, contacts } = sealedRow({ contact: PLANTED });
    const { effects, state } = given(board).when(rowsRead(rows));
    const record = { id: eventId('event-1'), effects } as unknown as EventRecord;
    const ports = {
      contacts: { put: () => Promise.reject(new Error('out of reach')), get: () => Promise.resolve(null) },
    };
    await expect(
      keepContacts(ports, state.team.id, contacts, [{ records: [record], state }]),
    ).rejects.toThrow('out of reach');
  });

  test('in an untouched row is reason enough for a check to look at it', () => {
    const { board, rows } = sealedRow({ contact: PLANTED });
    expect(given(board).when(rowsRead(rows)).of('contactKept')).toHaveLength(1);
    const masked = sealedRow({ contact: CONTACT_MASK });
    expect(given(masked.board).when(rowsRead(masked.rows)).effects).toEqual([]);
  });
});
