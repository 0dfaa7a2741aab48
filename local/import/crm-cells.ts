import type { Day } from '../../shared/domain/day.ts';
import { readDay, readNumber } from '../../shared/sheet/cell-value.ts';
import type { ImportLog, Place } from './import-log.ts';

/** A CRM cell with a day, undefined when empty; a bad one is logged and left empty. */
export const dayIn = (place: Place, log: ImportLog): Day | undefined => {
  if (place.given === '') return undefined;
  const day = readDay(place.given);
  if (day === null) log.row(place, { code: 'NOT_A_DATE' }, 'cellLeftEmpty');
  return day ?? undefined;
};

/** A CRM cell with an amount of zero or more, undefined when empty; a bad one is logged and left empty. */
export const amountIn = (place: Place, log: ImportLog): number | undefined => {
  if (place.given === '') return undefined;
  const amount = readNumber(place.given);
  if (amount !== null && amount >= 0) return amount;
  log.row(place, { code: amount === null ? 'NOT_A_NUMBER' : 'NEGATIVE' }, 'cellLeftEmpty');
  return undefined;
};
