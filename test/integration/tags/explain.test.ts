import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiptsOf } from '../../../local/explain/receipts-of.ts';
import { startBoard, type RunningBoard } from '../pipeline/running-board.ts';

let board: RunningBoard;

beforeAll(async () => {
  board = await startBoard({ language: 'en' });
}, 120_000);
afterAll(() => board.close(), 60_000);

it('prints the receipt that the Suggestions tab shows, while the board is running', async () => {
  const { pending } = (await board.ports.store.team(board.team))!;
  const one = Object.values(pending)[0]!;
  const answer = await receiptsOf(board.dataDir, one.taskId);
  const shown = (await board.look()).byId('suggestions', one.receipt)!;
  expect(answer).toMatchObject({ kind: 'found' });
  expect(answer.kind === 'found' && answer.texts.at(-1)).toBe(shown['receipt']);
});

it('a task without any receipt gets a list of those that have some', async () => {
  const answer = await receiptsOf(board.dataDir, 'nosuchtask');
  expect(answer.kind === 'none' && answer.message).toContain('nosuchtask');
  const { pending } = (await board.ports.store.team(board.team))!;
  expect(answer.kind === 'none' && answer.message).toContain(Object.keys(pending).sort().at(-1));
});

it('asking about a folder that is not there makes none', async () => {
  const nowhere = `${board.dataDir}-nowhere`;
  expect(await receiptsOf(nowhere, 'x')).toMatchObject({ kind: 'none' });
  expect(existsSync(nowhere)).toBe(false);
});

it('the sidebar and the supervisor’s mail say what speaks most for a suggestion', async () => {
  const { pending } = (await board.ports.store.team(board.team))!;
  expect(Object.values(pending)[0]!.main).toBeDefined();
  const { boardStatus, speltOut } = await import('../../../functions/pipeline/board-status.ts');
  const head = (await board.ports.store.team(board.team))!;
  const { findReceipts } = await import('../../../functions/pipeline/find-receipts.ts');
  const receipts = await findReceipts(board.ports, board.team, speltOut(head));
  const lines = boardStatus(head, board.ports.clock.now(), 'en', receipts);
  const spelt = lines.filter(({ value }) => value.startsWith('mainly: '));
  expect(spelt.length).toBeGreaterThan(0);
  const shown = (await board.look()).rows('suggestions').map(({ receipt }) => receipt);
  for (const { more } of spelt) expect(shown).toContain(more!.join('\n'));
  const mails = await Promise.all((await board.mails()).map(({ id }) => board.mail(id)));
  expect(mails.some((mail) => JSON.stringify(mail).includes('mainly: '))).toBe(true);
});
