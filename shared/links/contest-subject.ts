import { repId, type RepId } from '../domain/ids.ts';

/** Whose tag a supervisor's answer is about. */
export interface ContestSubject {
  readonly rep: RepId;
  readonly tag: string;
}

/** As a token says it: `rep/tag`. No id holds a slash; a tag may. */
export const writeContestSubject = ({ rep, tag }: ContestSubject): string => `${rep}/${tag}`;

export const readContestSubject = (about: string): ContestSubject => {
  const slash = about.indexOf('/');
  return { rep: repId(about.slice(0, slash)), tag: about.slice(slash + 1) };
};
