import { describe, expect, it } from 'vitest';
import { isSupervisorToday } from '../../../../shared/decide/who-is-asked.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import { aBoard, rid, TODAY, type RepSpec } from '../../../support/board-builder.ts';

const leave: RepSpec = { availability: 'leave', backOn: '2026-12-20' as Day };

const leads = (who: string, boss: RepSpec, other: RepSpec = {}): boolean => {
  const reps: Readonly<Record<string, RepSpec>> = {
    lisa: { supervisor: 'boss' },
    boss: { role: 'supervisor', ...boss },
    other: { role: 'supervisor', ...other },
  };
  const { team } = aBoard({ reps });
  return isSupervisorToday(team.reps[rid(who)]!, team.reps[rid('lisa')], team, TODAY);
};

describe('who may act as the supervisor of a rep today', () => {
  it('is the one named, and nobody else while they are there', () => {
    expect([leads('boss', {}), leads('other', {}), leads('lisa', {})]).toEqual([true, false, false]);
    expect(leads('other', { availability: 'leave', leaveFrom: '2026-12-01' as Day })).toBe(false);
  });

  it('are the others too while the one named is on leave, unless they are away themselves or no supervisors', () => {
    expect(leads('other', leave)).toBe(true);
    expect(leads('other', leave, leave)).toBe(false);
    expect(leads('other', leave, { role: 'rep' })).toBe(false);
    expect(leads('boss', leave)).toBe(true);
  });
});
