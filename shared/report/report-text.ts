import type { Language } from '../domain/rep.ts';
import { reportWords } from '../text/report-words.ts';
import { unreachable } from '../result.ts';
import type { HealthSentence } from './health-report.ts';
import type { NextStep } from './next-step.ts';

/** The sentence of a report in words. */
export const sentenceText = (sentence: HealthSentence, language: Language): string => {
  const words = reportWords(language).sentence;
  switch (sentence.code) {
    case 'NOTHING_OPEN':
      return words.NOTHING_OPEN();
    case 'AWAY':
      return words.AWAY(sentence.backOn, sentence.open);
    case 'PAUSED':
      return words.PAUSED(sentence.load, sentence.limit, sentence.resumeAt);
    case 'RED':
      return words.RED(sentence.count, sentence.first, sentence.days);
    case 'HANDOVERS':
    case 'SUGGESTIONS':
    case 'YELLOW':
      return words[sentence.code](sentence.count);
    case 'BETTER':
      return words.BETTER(sentence.before, sentence.open);
    case 'ALL_GREEN':
      return words.ALL_GREEN(sentence.open);
    default:
      return unreachable(sentence);
  }
};

/** What to do next about a task, in words; what a person wrote stands as they wrote it. */
export const stepText = (step: NextStep, language: Language): string => {
  const words = reportWords(language).step;
  switch (step.code) {
    case 'WRITTEN':
      return words.WRITTEN(step.text);
    case 'ANSWER':
      return words.ANSWER(step.to);
    case 'READ_HANDOVER':
    case 'AWAIT_HANDOVER':
      return words[step.code](step.from);
    case 'CALL_OR_PASS_ON':
    case 'CALL':
      return words[step.code](step.days);
    case 'BEFORE_RED':
      return words.BEFORE_RED(step.left);
    default:
      return unreachable(step);
  }
};
