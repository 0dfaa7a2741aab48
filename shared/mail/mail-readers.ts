import type { BoardState, Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { byText } from '../domain/ids.ts';
import type { Rep } from '../domain/rep.ts';
import { isOnLeave } from '../scoring/absence.ts';
import type { Reader } from './mail-context.ts';

const NOBODY = (): boolean => false;
const EVERYBODY = (): boolean => true;

/**
 * Everybody a mail may go to: people of the Team tab with an address, in the order of their ids. Supervisors
 * hear of the reps that are theirs (spec 3.3); while they are away the others hear in their place. When no supervisor has an address, those who installed the board
 * hear of everybody; somebody who is also on the Team tab still gets one mail.
 */
export const mailReaders = ({ team }: BoardState, today: Day): readonly Reader[] => {
  const people = Object.values(team.reps)
    .filter(({ fields }) => fields.availability !== 'left' && fields.email !== undefined)
    .sort((a, b) => byText(a.id, b.id));
  const supervisors = people.filter(({ fields }) => fields.role === 'supervisor');
  const standIns = supervisors.length > 0 ? [] : team.installedBy;
  const leading = { supervisors, present: supervisors.filter((rep) => !isOnLeave(rep, today)) };
  const onTeam = people.map((rep) => readerOf(rep, team, leading, standIns));
  const known = new Set(onTeam.map(({ email }) => email.toLowerCase()));
  const others = standIns.filter((email) => !known.has(email.toLowerCase()));
  return [...onTeam, ...others.map((email) => installer(email, team))];
};

/** Supervisors with an address, and those of them who are not on leave. */
interface Leading {
  readonly supervisors: readonly Rep[];
  readonly present: readonly Rep[];
}

const readerOf = (rep: Rep, team: Team, leading: Leading, standIns: readonly string[]): Reader => {
  const { name, email = '', language } = rep.fields;
  const leads = leading.supervisors.includes(rep);
  return {
    key: rep.id,
    rep: rep.id,
    name,
    email,
    language: language ?? team.policy.language,
    hears: leads
      ? (id) => supervisorsOf(id === undefined ? undefined : team.reps[id], leading).includes(rep)
      : standIns.some((one) => one.toLowerCase() === email.toLowerCase())
        ? EVERYBODY
        : NOBODY,
  };
};

const installer = (email: string, { policy }: Team): Reader => ({
  key: email,
  name: email,
  email,
  language: policy.language,
  hears: EVERYBODY,
});

/**
 * The supervisors who hear of a rep: the one named in the Team tab, or all of them where none is. Whoever is on
 * leave hears only when nobody else is there: somebody has to know.
 */
const supervisorsOf = (rep: Rep | undefined, { supervisors, present }: Leading): readonly Rep[] => {
  const named = supervisors.filter(({ fields }) => fields.name === rep?.fields.supervisor);
  const there = named.filter((one) => present.includes(one));
  return [there, present, named].find(({ length }) => length > 0) ?? supervisors;
};
