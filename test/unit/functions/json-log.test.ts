import { describe, expect, it } from 'vitest';
import { createJsonLog } from '../../../functions/adapters/json-log.ts';

const NOON = { now: () => Date.UTC(2026, 10, 23, 12) };
const logged = (write: (log: ReturnType<typeof createJsonLog>) => void): readonly unknown[] => {
  const lines: string[] = [];
  write(createJsonLog((line) => lines.push(line), NOON));
  return lines.map((line) => {
    expect(line.endsWith('\n')).toBe(true);
    expect(line.slice(0, -1)).not.toContain('\n');
    return JSON.parse(line) as unknown;
  });
};

describe('the JSON log', () => {
  it('writes one line per event with the severity that Cloud Logging knows', () => {
    const lines = logged((log) => {
      log.info('editCommitted', { effects: 3 });
      log.warn('boardKept');
      log.error('entryFailed', { text: 'two\nlines' });
    });
    const time = '2026-11-23T12:00:00.000Z';
    expect(lines).toEqual([
      { severity: 'INFO', message: 'editCommitted', time, effects: 3 },
      { severity: 'WARNING', message: 'boardKept', time },
      { severity: 'ERROR', message: 'entryFailed', time, text: 'two\nlines' },
    ]);
  });

  it('writes errors with what is needed to find them, their cause and code included', () => {
    const error = Object.assign(new Error('no'), { code: 14, cause: new TypeError('why') });
    expect(logged((log) => log.error('failed', { error }))).toMatchObject([
      { error: { name: 'Error', message: 'no', code: 14, cause: { name: 'TypeError', message: 'why' } } },
    ]);
  });

  it('does not let data take the place of severity, message or time', () => {
    const [line] = logged((log) => log.info('event', { severity: 'ERROR', message: 'x', time: 0 }));
    expect(line).toMatchObject({ severity: 'INFO', message: 'event', time: '2026-11-23T12:00:00.000Z' });
  });

  it('never fails itself, whatever it is given', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const lines = logged((log) => {
      log.info('circle', circle);
      log.info('big', { n: 10n });
    });
    expect(lines).toMatchObject([
      { message: 'circle', unreadableData: expect.stringContaining('circular') as string },
      { n: '10' },
    ]);
  });
});
