import type { Day } from '../domain/day.ts';
import type { Rep } from '../domain/rep.ts';

/** Why somebody takes no work today: on leave, or gone. A leave that lies ahead or is over is none. */
export const awayRule = ({ fields }: Rep, today: Day): 'ON_LEAVE' | 'LEFT' | null => {
  if (fields.availability === 'left') return 'LEFT';
  if (fields.availability !== 'leave') return null;
  const ahead = fields.leaveFrom !== undefined && fields.leaveFrom > today;
  const over = fields.backOn !== undefined && fields.backOn <= today;
  return ahead || over ? null : 'ON_LEAVE';
};

/** Whether a rep is away today: on leave and not back yet, or gone. */
export const isAway = (rep: Rep, today: Day): boolean => awayRule(rep, today) !== null;

/** Whether a rep is on leave today, and will be back. */
export const isOnLeave = (rep: Rep | undefined, today: Day): boolean =>
  rep !== undefined && awayRule(rep, today) === 'ON_LEAVE';

/** First day of a leave that somebody has entered but that lies ahead; null when there is none. */
export const leaveAhead = ({ fields }: Rep, today: Day): Day | null =>
  fields.availability === 'leave' && fields.leaveFrom !== undefined && fields.leaveFrom > today
    ? fields.leaveFrom
    : null;
