import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/app.ts';
import { LOCAL_PERSON } from '../../../local/local-config.ts';
import type { Board } from '../../../shared/ports/board.ts';
import { TABS } from '../../../shared/sheet/layout.ts';
import { CHARTS, dashboardWords } from '../../../shared/text/dashboard-words.ts';
import { editOf, idOf, startBoard, type Look, type RunningBoard } from './running-board.ts';

describe('the Dashboard and Workload tabs', () => {
  let board: RunningBoard;
  const sweep = () => board.running.post('onSweep', { spreadsheetId: board.team });
  const figure = (look: Look, id: string) => look.byId('dashboard', `team:${id}`)?.['now'];
  const revision = () => board.running.sheets.revision(board.team);
  const charts = () =>
    (board.running.sheets.getSpreadsheet(board.team).sheets ?? []).flatMap((sheet) => sheet.charts ?? []);
  const person = { email: LOCAL_PERSON, clientId: 'test' };

  beforeAll(async () => {
    board = await startBoard();
  }, 60_000);
  afterAll(() => board.close());

  it('hold the team’s figures, a row for each rep and the charts as soon as the board is there', async () => {
    const look = await board.look();
    const closed = ['赢单', '输单'];
    const open = look.rows('tasks').filter((row) => !closed.includes(String(row['stage']))).length;
    expect(figure(look, 'open')).toBe(open);
    expect(look.find('workload', 'rep', 'Amy')).toMatchObject({
      light: '🔴',
      within: 10,
      over: 7.5,
      room: 0,
    });
    expect(charts()).toHaveLength(CHARTS.length);
  });

  it('an edit writes the rep’s row in its one write; the team’s figures follow with the next sweep', async () => {
    const before = await board.look();
    const lisa = before.find('workload', 'rep', 'Lisa');
    const task = before
      .rows('tasks')
      .find((row) => row['owner'] === 'Lisa' && row['points'] === 0.5 && row['suggestedOwner'] === null);
    const calls: string[] = [];
    const counted: Board = {
      read: (...given) => (calls.push('read'), board.ports.board.read(...given)),
      write: (...given) => (calls.push('write'), board.ports.board.write(...given)),
      setUp: (...given) => (calls.push('setUp'), board.ports.board.setUp(...given)),
    };
    const app = createApp({ ...board.running.app, ports: { ...board.ports, board: counted } });
    const id = String(task?.['id']);
    await board.writeUnseen('tasks', id, { value: '高', difficulty: '难' });
    await app.edit(editOf(board.team, 'event-dashboard', before.place('tasks', id)));
    expect(calls).toEqual(['read', 'write']);
    const after = await board.look();
    expect(after.byId('workload', String(lisa['id']))).toMatchObject({
      load: Number(lisa['load']) + 2.5,
      strategic: Number(lisa['strategic']) + 1,
      room: Number(lisa['room']) - 2.5,
    });
    expect(figure(after, 'topThree')).toBe(figure(before, 'topThree'));
    await sweep();
    expect(figure(await board.look(), 'topThree')).not.toBe(figure(before, 'topThree'));
  });

  it('a sweep that finds every figure right writes nothing; what somebody typed over comes back', async () => {
    await sweep();
    const quiet = revision();
    await sweep();
    expect(revision()).toBe(quiet);
    const before = await board.look();
    await board.writeUnseen('dashboard', 'team:red', { now: 999, figure: '?' });
    await board.writeUnseen('workload', idOf(before, 'workload', 'rep', 'Amy'), { load: 0 });
    await sweep();
    const after = await board.look();
    expect(after.rows('dashboard')).toEqual(before.rows('dashboard'));
    expect(after.rows('workload')).toEqual(before.rows('workload'));
  });

  it('somebody new gets a row that the charts reach', async () => {
    const place = (await board.look()).rows('team').length + 2;
    await board.typeAt('team', place, { name: '新同事', role: '销售', tier: '新人' });
    await board.settled();
    const look = await board.look();
    const row = look.place('workload', idOf(look, 'workload', 'rep', '新同事'));
    const [source] = charts()[0]!.spec!.basicChart!.domains![0]!.domain!.sourceRange!.sources!;
    expect(row).toBeGreaterThanOrEqual(source!.startRowIndex!);
    expect(row).toBeLessThan(source!.endRowIndex!);
  });

  it('charts follow the board’s language, and one that was deleted does not come back with it', async () => {
    const { chartId } = charts()[4] ?? {};
    const deleted = await fetch(`${board.running.origin}/v4/spreadsheets/${board.team}:batchUpdate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests: [{ deleteEmbeddedObject: { objectId: chartId } }] }),
    });
    expect(deleted.status).toBe(200);
    const there = charts().length;
    await board.type('rules', 'board.language', { value: 'en' });
    expect(charts()).toHaveLength(there);
    expect(charts().map(({ spec }) => spec?.title)).toContain(dashboardWords('en').chart.load);
    await sweep();
    expect((await board.look()).byId('dashboard', 'team:open')?.['figure']).toBe(
      dashboardWords('en').figure.open,
    );
    await board.running.addOn.run('setUpBoard', [], LOCAL_PERSON);
    await board.settled();
    expect(charts()).toHaveLength(CHARTS.length);
  });

  it('a board without the Dashboard tab goes on, and set-up brings it back with all that stood in it', async () => {
    await sweep();
    const before = await board.look();
    await board.running.sheets.act(
      board.team,
      { kind: 'deleteSheet', sheetId: TABS.dashboard.sheetId },
      person,
    );
    await board.settled();
    await sweep();
    const task = String(before.rows('tasks').find((row) => row['owner'] === 'Amy')?.['id']);
    await board.typeAt('tasks', before.place('tasks', task), { nextStep: '照常' });
    await board.settled();
    await board.running.addOn.run('setUpBoard', [], LOCAL_PERSON);
    await board.settled();
    const after = await board.look();
    expect(after.rows('dashboard').map(({ id }) => id)).toEqual(before.rows('dashboard').map(({ id }) => id));
    expect(after.byId('tasks', task)?.['nextStep']).toBe('照常');
    expect(charts()).toHaveLength(CHARTS.length);
  });
});
