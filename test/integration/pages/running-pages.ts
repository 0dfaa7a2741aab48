/** A running board whose sample story has been told: 老王 has been asked, by mail, to hand a deal to Lisa. */
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { Language, Rep } from '../../../shared/domain/rep.ts';
import type { Pending } from '../../../shared/domain/suggestion.ts';
import type { PageView } from '../../../shared/text/page-words.ts';
import { SAMPLE_STORY } from '../../../local/sample-team/sample-story.ts';
import { idOf, startBoard, type RunningBoard } from '../pipeline/running-board.ts';

export interface RunningPages extends RunningBoard {
  readonly task: TaskId;
  rep(name: string): Promise<Rep>;
  /** The suggestion of the story, as it stands now. */
  pending(): Promise<Pending | undefined>;
  /** A fresh link, as a mail would carry it. */
  url(name: string, view?: PageView): Promise<string>;
}

export const startPages = async (language: Language = 'zh-CN'): Promise<RunningPages> => {
  const board = await startBoard({ language });
  const story = SAMPLE_STORY[language];
  const look = await board.look();
  const task = idOf(look, 'tasks', 'customer', story.customer) as TaskId;
  await board.typeAt('tasks', look.place('tasks', task), { [story.column]: story.to });
  await board.running.addOn.idle();
  const team = async () => (await board.ports.store.team(board.team))!;
  const rep = async (name: string): Promise<Rep> =>
    Object.values((await team()).reps).find(({ fields }) => fields.name === name)!;
  return {
    ...board,
    task,
    rep,
    pending: async () => (await team()).pending[task],
    url: async (name, view = 'tasks') => board.ports.pageUrl(board.team, (await rep(name)).id, view),
  };
};

/** The tokens of a page's buttons, in their order. */
export const tokensOf = (html: string): readonly string[] =>
  [...html.matchAll(/name="a"\s+value="([^"]+)"/g)].map(([, token]) => token ?? '');

export interface Page {
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
}

export const get = async (url: string, method = 'GET'): Promise<Page> => {
  const answer = await fetch(url, { method });
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
};

/** Presses a button: a form post as a browser makes it. */
export const press = async (url: string, token: string, more: Record<string, string> = {}): Promise<Page> => {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ a: token, ...more }) });
  return { status: answer.status, body: await answer.text(), headers: answer.headers };
};
