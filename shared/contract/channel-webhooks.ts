import { z } from 'zod';
import type { ChannelService } from '../ports/channel.ts';

/** Where a team's chat messages go: the address itself is the key, so it is as secret as the secret. */
export interface Webhook {
  readonly url: string;
  /** Signs messages, where the service offers that. */
  readonly secret?: string;
}

/** The hosts at which each service has its webhooks, and whether it signs; nothing is ever sent anywhere else. */
export const CHANNEL_HOSTS: Readonly<
  Record<ChannelService, { readonly hosts: readonly string[]; readonly signs: boolean }>
> = {
  slack: { hosts: ['hooks.slack.com'], signs: false },
  wecom: { hosts: ['qyapi.weixin.qq.com'], signs: false },
  dingtalk: { hosts: ['oapi.dingtalk.com'], signs: true },
  feishu: { hosts: ['open.feishu.cn', 'open.larksuite.com'], signs: true },
};

/** Plain https, no port and no user before the host: what is read here as the host is what will be reached. */
const ADDRESS = /^https:\/\/([a-z0-9.-]+)\/[\x21-\x7e]+$/;

/** The service whose webhook an address is; null when it is none's. */
export const serviceOf = (address: string): ChannelService | null => {
  const host = ADDRESS.exec(address)?.[1] ?? '';
  const found = Object.entries(CHANNEL_HOSTS).find(([, { hosts }]) => hosts.includes(host));
  return (found?.[0] as ChannelService | undefined) ?? null;
};

const webhook = z
  .strictObject({ url: z.string(), secret: z.string().min(1).exactOptional() })
  .refine(({ url, secret }) => {
    const service = serviceOf(url);
    return service !== null && (secret === undefined || CHANNEL_HOSTS[service].signs);
  });

/** Webhooks by board id, as JSON. A secret where the service signs nothing is a mistake, so it is refused. */
export const webhooksSchema: z.ZodType<Readonly<Record<string, Webhook>>, string> = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().min(1), webhook));
