import { expect, it } from 'vitest';
import type { Ports } from '../../../functions/pipeline/ports.ts';
import { createTeamLane } from '../../../functions/pipeline/team-lane.ts';
import type { Told } from '../../../functions/pipeline/tell.ts';
import { teamId } from '../../../shared/domain/ids.ts';

const [RED, BLUE] = [teamId('red'), teamId('blue')];

/** Ports of which only the question for the outbox is ever used: it is empty, and counted. */
const portsWith = () => {
  const asked: string[] = [];
  const store = {
    undelivered: (team: string) => {
      asked.push(team);
      return Promise.resolve([]);
    },
  };
  return { ports: { store } as unknown as Ports, asked };
};
const gate = () => {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
};
const told = (): Told => 'told';

it('work of one team waits for the work before it; another team does not', async () => {
  const lane = createTeamLane(portsWith().ports);
  const steps: string[] = [];
  const { passed, open } = gate();
  const first = lane(RED, async () => (await passed, steps.push('red 1')), told);
  const second = lane(RED, () => Promise.resolve(steps.push('red 2')), told);
  await lane(BLUE, () => Promise.resolve(steps.push('blue')), told);
  expect(steps).toEqual(['blue']);
  open();
  await Promise.all([first, second]);
  expect(steps).toEqual(['blue', 'red 1', 'red 2']);
});

it('the outbox is asked for before the first work of a team, and not again while all is told', async () => {
  const { ports, asked } = portsWith();
  const lane = createTeamLane(ports);
  for (let round = 0; round < 3; round += 1) await lane(RED, () => Promise.resolve(round), told);
  expect(asked).toEqual(['red']);
});

it.each<[Told, number]>([
  ['kept', 2],
  ['mailKept', 1],
])('after work that was %s it is asked for %i times', async (outcome, times) => {
  const { ports, asked } = portsWith();
  const lane = createTeamLane(ports);
  await lane(
    RED,
    () => Promise.resolve(),
    () => outcome,
  );
  await lane(RED, () => Promise.resolve(), told);
  expect(asked).toHaveLength(times);
});

it('work that fails tells its own caller, lets the next one in, and has the outbox asked for again', async () => {
  const { ports, asked } = portsWith();
  const lane = createTeamLane(ports);
  const failing = lane(RED, () => Promise.reject(new Error('broken')), told);
  const next = lane(RED, () => Promise.resolve('done'), told);
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
  expect(asked).toHaveLength(2);
});
