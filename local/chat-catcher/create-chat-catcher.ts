import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../../shared/domain/rep.ts';
import type { ChannelService } from '../../shared/ports/channel.ts';
import { chatPage } from './chat-page.ts';
import { openChatStore } from './chat-store.ts';
import { dingtalkReceiver } from './dingtalk-receiver.ts';
import { feishuReceiver } from './feishu-receiver.ts';
import type { ChatAnswer, ChatReceiver, ReceivedChat } from './received-chat.ts';
import { slackReceiver } from './slack-receiver.ts';
import { wecomReceiver } from './wecom-receiver.ts';

const RECEIVERS: Readonly<Record<ChannelService, ChatReceiver>> = {
  slack: slackReceiver,
  wecom: wecomReceiver,
  dingtalk: dingtalkReceiver,
  feishu: feishuReceiver,
};

/** Path and query of each service's webhook, below `/chat/<service>`. */
const PATHS: Readonly<Record<ChannelService, string>> = {
  slack: '/services/T0LOCAL/B0LOCAL/local',
  wecom: '/cgi-bin/webhook/send?key=local',
  dingtalk: '/robot/send?access_token=local',
  feishu: '/open-apis/bot/v2/hook/local',
};

/** The webhook of a service played at `origin`. */
export const chatUrl = (origin: string, service: ChannelService): string =>
  `${origin}/chat/${service}${PATHS[service]}`;

export interface ChatCatcherOptions {
  readonly dataDir: string;
  readonly now: () => number;
  /** Services that offer signatures ask for this one. */
  readonly secret?: string;
  readonly language: Language;
}

export interface ChatCatcher {
  /** Newest first. */
  list(): readonly ReceivedChat[];
  /** Serves the webhooks below `/chat/` and the page `/inbox/chat`; resolves to false for any other path. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

const BODY_MAX = 1_000_000;

/**
 * The far side of all four chat services for local mode and tests: takes messages as the real ones do, with their
 * checks, limits and answers, and shows them on a page. Nothing leaves this machine.
 */
export const createChatCatcher = async (options: ChatCatcherOptions): Promise<ChatCatcher> => {
  const store = await openChatStore(options.dataDir);
  const taken = new Map<ChannelService, number[]>();
  const receive = async (service: ChannelService, url: URL, body: string): Promise<ChatAnswer> => {
    const now = options.now();
    const receiver = RECEIVERS[service];
    const before = taken.get(service) ?? [];
    const full = receiver.pace.some(
      ([count, within]) => before.filter((at) => now - at < within).length >= count,
    );
    if (full) return receiver.tooFast();
    const { secret } = options;
    const answer = receiver.receive({ url, body, now, ...(secret === undefined ? {} : { secret }) });
    taken.set(service, [...before.slice(-200), now]);
    if (answer.shown !== undefined) await store.add({ at: now, service, ...answer.shown });
    return answer;
  };
  return {
    list: () => store.list(),
    handle: async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://local');
      if (url.pathname === '/inbox/chat' && request.method === 'GET') {
        chatPage(store.list(), url, options, response);
        return true;
      }
      const service = /^\/chat\/([a-z]+)\//.exec(url.pathname)?.[1] ?? '';
      if (request.method !== 'POST' || !Object.hasOwn(RECEIVERS, service)) return false;
      const answer = await receive(service as ChannelService, url, await bodyOf(request));
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.body);
      return true;
    },
  };
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_MAX) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};
