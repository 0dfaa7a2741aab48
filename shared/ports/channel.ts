import type { TeamId } from '../domain/ids.ts';
import type { ChannelKind } from '../domain/policy.ts';
import type { Language } from '../domain/rep.ts';

/** What goes to a team's chat: plain text throughout, whatever the service makes of it. */
export interface ChannelMessage {
  readonly language: Language;
  readonly title: string;
  /** One short sentence each, most urgent first. */
  readonly lines: readonly string[];
  readonly link: { readonly text: string; readonly url: string };
}

export type ChannelService = Exclude<ChannelKind, 'none'>;

/** `reason` is for the log and the supervisor: it never holds the address, which is a secret, nor the message. */
export type Posted =
  { readonly ok: true } | { readonly ok: false; readonly retryable: boolean; readonly reason: string };

/** The chat of a team, where its supervisors hear what they also get by mail. */
export interface Channel {
  post(team: TeamId, service: ChannelService, message: ChannelMessage): Promise<Posted>;
}
