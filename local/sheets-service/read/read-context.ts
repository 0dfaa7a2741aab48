import type { Book } from '../model/book.ts';
import type { ConditionContext } from '../rules/condition-holds.ts';
import { dateOfSerial, serialOfInstant } from '../values/serial-date.ts';
import { createEvaluator, type Evaluator } from './evaluate.ts';

/** One state of a workbook at one moment, with what is needed to show it. */
export interface ReadContext {
  readonly book: Book;
  readonly evaluator: Evaluator;
  /** For judging filters, validation rules and conditional formats. */
  readonly conditions: ConditionContext;
}

/** A reading of a book at an instant (milliseconds since 1970). */
export function readContext(book: Book, now: number): ReadContext {
  const { locale, timeZone } = book.meta.properties;
  const today = serialOfInstant(now, timeZone ?? 'Etc/GMT', false);
  const evaluator = createEvaluator(book, now);
  const input = { locale: locale ?? 'en_US', thisYear: dateOfSerial(today).year };
  return { book, evaluator, conditions: { book, evaluator, now, today, input } };
}
