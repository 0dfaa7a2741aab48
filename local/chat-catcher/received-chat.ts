import type { ChannelService } from '../../shared/ports/channel.ts';

/** What one of the services got: enough to show it, and the payload as it came. */
export interface ReceivedChat {
  /** ms since 1970. */
  readonly at: number;
  readonly service: ChannelService;
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

/** One call of a webhook. */
export interface ChatCall {
  readonly url: URL;
  readonly body: string;
  /** ms since 1970. */
  readonly now: number;
  /** Given: signatures are asked for. */
  readonly secret?: string;
}

/** As the service answers, and what it would show when it took the message. */
export interface ChatAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly shown?: Pick<ReceivedChat, 'title' | 'text' | 'link'>;
}

/** A service played on this machine: checks what the real one checks. */
export interface ChatReceiver {
  /** How many messages are taken within how many ms. */
  readonly pace: readonly (readonly [count: number, within: number])[];
  tooFast(): ChatAnswer;
  receive(call: ChatCall): ChatAnswer;
}

export const json = (value: unknown, status = 200): ChatAnswer => ({ status, body: JSON.stringify(value) });

export const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};
