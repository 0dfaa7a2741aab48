import { sameData } from '../domain/same-data.ts';
import { contestsAnswered, contestsChanged } from '../tags/contest.ts';
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
  'leaveBegan',
  'leaveEnded',
  'tagsContested',
  'contestAnswered',
  'repPaused',
  'repResumed',
  'policyChanged',
  'pointsEarned',
  'pointsTakenBack',
  'handoverWritten',
  'handoverConfirmed',
  'handoverReleased',
  'handoverLate',
  'contactKept',
  'contactShown',
  'movedMany',
  'mailChosen',
  'mailDropped',
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
      return [...changeFacts(effect), ...pointFacts(effect)];
    case 'handoverChanged':
      return [HANDOVER_FACTS[effect.what]];
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
    case 'handoverLate':
    case 'contactKept':
    case 'contactShown':
    case 'leaveBegan':
    case 'leaveEnded':
    case 'movedMany':
    case 'mailChosen':
    case 'mailDropped':
    case 'imported':
      return [effect.type];
    default:
      return [];
  }
};

const changeFacts = (effect: Extract<Effect, { type: 'taskChanged' }>): readonly Audited[] =>
  effect.changes.flatMap((change): readonly Audited[] => {
    if (change === 'status') return [effect.task.status === 'open' ? 'taskReopened' : 'taskClosed'];
    const fact = ofChange[change];
    return fact === undefined ? [] : [fact];
  });

/** Points are a ledger of their own: what was earned, and what was taken back, stand as rows (spec 3.7). */
const pointFacts = ({ before, task }: Extract<Effect, { type: 'taskChanged' }>): readonly Audited[] => [
  ...(before.earned !== undefined && task.earned === undefined ? (['pointsTakenBack'] as const) : []),
  ...(before.earned === undefined && task.earned !== undefined ? (['pointsEarned'] as const) : []),
];

const HANDOVER_FACTS = {
  written: 'handoverWritten',
  confirmed: 'handoverConfirmed',
  released: 'handoverReleased',
} as const;

const repFacts = ({ before, rep }: Extract<Effect, { type: 'repChanged' }>): readonly Audited[] => {
  if (before === null) return ['repAdded'];
  const [old, now] = [before.fields, rep.fields];
  const away = now.availability === 'active' ? 'repBack' : 'repAway';
  return [
    ...(old.availability === now.availability ? [] : ([away] as const)),
    ...(contestsChanged(old, now) ? (['tagsContested'] as const) : []),
    ...(contestsAnswered(old, now).length > 0 ? (['contestAnswered'] as const) : []),
    ...(sameData(old.mail, now.mail) ? [] : (['mailChosen'] as const)),
  ];
};

/** How many audit numbers an effect takes. */
export const auditCount = (effect: Effect): number => auditFacts(effect).length;
