import { serviceOf, type Webhook } from '../../shared/contract/channel-webhooks.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import type { Channel, ChannelService } from '../../shared/ports/channel.ts';
import type { Clock } from '../../shared/ports/environment.ts';
import { dingtalk } from './channel-dingtalk.ts';
import { feishu } from './channel-feishu.ts';
import { slack } from './channel-slack.ts';
import { wecom } from './channel-wecom.ts';
import { later, refused, type ChatService } from './chat-request.ts';

const CHAT_SERVICES: Readonly<Record<ChannelService, ChatService>> = {
  slack,
  wecom,
  dingtalk,
  feishu,
};

const TIMEOUT_MS = 10_000;
/** No service answers more than a line. */
const ANSWER_MAX = 4096;

export interface WebhookChannelOptions {
  /** The webhook of a team, or undefined when none was configured. */
  readonly webhookOf: (team: TeamId, service: ChannelService) => Webhook | undefined;
  readonly clock: Clock;
  /** Local mode and tests: services played by this machine. Nothing else is ever reached without TLS. */
  readonly loopback?: boolean;
}

/**
 * Posts to the chat that a team chose, by incoming webhook. One try: whoever calls keeps what may be tried again.
 * Redirects are not followed, and only the hosts of the service are reached, since the address comes from outside.
 */
export const createWebhookChannel = ({
  webhookOf,
  clock,
  loopback = false,
}: WebhookChannelOptions): Channel => ({
  post: async (team, service, message) => {
    const webhook = webhookOf(team, service);
    if (webhook === undefined) return refused('no webhook is configured for this board');
    if (serviceOf(webhook.url) !== service && !(loopback && isLoopback(webhook.url)))
      return refused(`the webhook is not one of ${service}`);
    const chat = CHAT_SERVICES[service];
    const { url, body } = chat.request(message, webhook, clock.now());
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return chat.read(response.status, (await response.text()).slice(0, ANSWER_MAX));
    } catch (error) {
      return later(networkReason(error));
    }
  },
});

const isLoopback = (address: string): boolean =>
  URL.canParse(address) && /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(new URL(address).hostname);

/** The code of a network error; its message may hold the address. */
const networkReason = (error: unknown): string => {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
  return `network: ${cause?.code ?? name ?? 'unknown'}`;
};
