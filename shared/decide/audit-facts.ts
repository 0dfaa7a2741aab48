import { sameData } from '../domain/same-data.ts';
import type { Effect, TaskChange } from './effects.ts';

/** What an audit row says happened. Texts are in the catalogs. */
export const AUDITED = [
  'taskAdded',
  'taskCopied',
  'ownerChanged',
  'valueChanged',
  'taskClosed',
  'taskReopened',
  'taskArchived',
  'taskRestored',
  'taskQueued',
  'suggestionMade',
  'suggestionEnded',
  'suggestionSnoozed',
  'overLimit',
  'repAdded',
  'repAway',
  'repBack',
  'tagsContested',
  'contestAnswered',
  'repPaused',
  'repResumed',
  'policyChanged',
  'imported',
] as const;
export type Audited = (typeof AUDITED)[number];

const ofChange: Readonly<Partial<Record<TaskChange, Audited>>> = {
  owner: 'ownerChanged',
  value: 'valueChanged',
};

/** Which audit rows an effect gives, in order: one edit may change both value and owner. */
export const auditFacts = (effect: Effect): readonly Audited[] => {
  switch (effect.type) {
    case 'taskAdded':
      return effect.copyOf !== undefined
        ? ['taskCopied']
        : effect.task.createdBy === 'import'
          ? []
          : ['taskAdded'];
    case 'taskChanged':
      return effect.changes.flatMap((change): readonly Audited[] => {
        if (change === 'status') return [effect.task.status === 'open' ? 'taskReopened' : 'taskClosed'];
        const fact = ofChange[change];
        return fact === undefined ? [] : [fact];
      });
    case 'repChanged':
      return repFacts(effect);
    case 'taskArchived':
    case 'taskRestored':
    case 'taskQueued':
    case 'suggestionMade':
    case 'suggestionEnded':
    case 'suggestionSnoozed':
    case 'overLimit':
    case 'repPaused':
    case 'repResumed':
    case 'policyChanged':
    case 'imported':
      return [effect.type];
    default:
      return [];
  }
};

const repFacts = ({ before, rep }: Extract<Effect, { type: 'repChanged' }>): readonly Audited[] => {
  if (before === null) return ['repAdded'];
  const [old, now] = [before.fields, rep.fields];
  const away = now.availability === 'active' ? 'repBack' : 'repAway';
  return [
    ...(old.availability === now.availability ? [] : ([away] as const)),
    ...(sameData(old.contested, now.contested) ? [] : (['tagsContested'] as const)),
    ...(old.contestAnswer === now.contestAnswer ? [] : (['contestAnswered'] as const)),
  ];
};

/** How many audit numbers an effect takes. */
export const auditCount = (effect: Effect): number => auditFacts(effect).length;
