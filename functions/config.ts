import { z } from 'zod';
import { webhooksSchema, type Webhook } from '../shared/contract/channel-webhooks.ts';
import type { Language } from '../shared/domain/rep.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { CONFIG_PROBLEM_WORDS, CONFIG_WORDS, type ConfigOptionName } from '../shared/text/config-words.ts';

/** What the deployed functions need to know; a team's own rules are in its Rules tab instead. */
export interface Config {
  readonly audiences: readonly string[];
  /** In lower case. */
  readonly invokers: readonly string[];
  /** Addresses and `@domains`, in lower case. */
  readonly installers: readonly string[];
  /** How mail goes out: exactly one way is configured. */
  readonly mail:
    | {
        readonly by: 'smtp';
        readonly host: string;
        readonly port: number;
        readonly secure: boolean;
        readonly user?: string;
        readonly pass?: string;
        readonly from: string;
      }
    | {
        readonly by: 'gmail';
        readonly from: string;
        readonly key: { readonly client_email: string; readonly private_key: string };
      };
  /** With a slash at the end. */
  readonly sheetsRootUrl?: string;
  readonly oidc: { readonly certsUrl?: string; readonly issuers?: readonly string[] };
  readonly firestoreDatabase: string;
  /** Signs the links of the phone pages. */
  readonly linkKey: string;
  /** Chat webhooks by board id. */
  readonly channels: Readonly<Record<string, Webhook>>;
  /** The queue of the fan-out; local mode has none. */
  readonly tasks?: {
    /** `projects/P/locations/L/queues/Q`. */
    readonly queue: string;
    /** Where the functions are, without a slash at the end. */
    readonly baseUrl: string;
  };
}

/** One setting: the variable it stands in, how its text is read, and its default. */
export interface ConfigOption {
  readonly env: string;
  readonly schema: z.ZodType<unknown, string>;
  readonly required: boolean;
  /** As it would be typed; null when there is none. */
  readonly fallback: string | null;
  /** Never to be printed. */
  readonly secret: boolean;
}

/** Never holds what was given: it may be a secret put into the wrong variable. */
export type ConfigProblem =
  | { readonly env: string; readonly option: ConfigOptionName; readonly code: 'MISSING' | 'NOT_ACCEPTED' }
  | {
      readonly env: string;
      readonly option: ConfigOptionName;
      readonly code: 'NEEDS' | 'ONE_OF' | 'NOT_BOTH';
      readonly other: string;
    };

const listOf = <T>(item: z.ZodType<T, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item).min(1));

const address = z.email().toLowerCase();
const domain = z
  .string()
  .regex(/^@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i)
  .toLowerCase();
const httpUrl = z.url({ protocol: /^https?$/ });
const word = z.string().regex(/^\S+$/);
const sender = z.string().regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/);

/** The JSON key of a service account, as Google's console hands it out. */
const serviceAccountKey = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }
  })
  .pipe(z.object({ client_email: z.email(), private_key: z.string().startsWith('-----BEGIN') }));

/** As `openssl rand -base64 32` or `-hex 32` gives it: 256 bits. A word typed 43 times over is refused as well. */
const linkKey = word.refine((text) => text.length >= 43 && new Set(text).size >= 10);

const option = (
  env: string,
  schema: z.ZodType<unknown, string>,
  more: Partial<ConfigOption> = {},
): ConfigOption => ({
  env,
  schema,
  required: false,
  fallback: null,
  secret: false,
  ...more,
});
const REQUIRED = { required: true };

/** Every setting, in the order of the deploy guide; the texts are in `shared/text/config-words.ts`. */
export const CONFIG_OPTIONS: Readonly<Record<ConfigOptionName, ConfigOption>> = {
  audiences: option('PEINENG_AUDIENCES', listOf(word), REQUIRED),
  invokers: option('PEINENG_INVOKERS', listOf(address), REQUIRED),
  installers: option('PEINENG_INSTALLERS', listOf(address.or(domain)), REQUIRED),
  smtpHost: option('SMTP_HOST', word),
  smtpPort: option('SMTP_PORT', z.coerce.number<string>().int().min(1).max(65_535), { fallback: '587' }),
  smtpSecure: option(
    'SMTP_SECURE',
    z.enum(['true', 'false']).transform((text) => text === 'true'),
  ),
  smtpUser: option('SMTP_USER', z.string()),
  smtpPass: option('SMTP_PASS', z.string(), { secret: true }),
  smtpFrom: option('SMTP_FROM', sender),
  gmailFrom: option('GMAIL_FROM', sender),
  gmailKey: option('GMAIL_KEY', serviceAccountKey, { secret: true }),
  sheetsRootUrl: option('PEINENG_SHEETS_ROOT_URL', httpUrl),
  oidcCertsUrl: option('PEINENG_OIDC_CERTS_URL', httpUrl),
  oidcIssuers: option('PEINENG_OIDC_ISSUERS', listOf(word)),
  firestoreDatabase: option(
    'PEINENG_FIRESTORE_DATABASE',
    z.string().regex(/^(?:\(default\)|[a-z][a-z0-9-]{2,61}[a-z0-9])$/),
    { fallback: '(default)' },
  ),
  linkKey: option('PEINENG_LINK_KEY', linkKey, { required: true, secret: true }),
  channels: option('PEINENG_CHANNELS', webhooksSchema, { fallback: '{}', secret: true }),
  taskQueue: option(
    'PEINENG_TASK_QUEUE',
    z.string().regex(/^projects\/[^/\s]+\/locations\/[^/\s]+\/queues\/[^/\s]+$/),
  ),
  baseUrl: option('PEINENG_BASE_URL', httpUrl),
};

type Env = Readonly<Record<string, string | undefined>>;
type Values = Partial<Record<ConfigOptionName, unknown>>;
const NAMES = Object.keys(CONFIG_OPTIONS) as ConfigOptionName[];

/**
 * Reads the deploy settings, every problem at once. An empty variable counts as not set.
 *
 * @example parseConfig(process.env) // { ok: false, error: [{ env: 'PEINENG_AUDIENCES', code: 'MISSING', … }, …] }
 */
export const parseConfig = (env: Env): Result<Config, readonly ConfigProblem[]> => {
  const problems: ConfigProblem[] = [];
  const values: Values = {};
  for (const name of NAMES) {
    const { env: variable, schema, required, fallback } = CONFIG_OPTIONS[name];
    const given = env[variable] ?? '';
    const text = given.trim() === '' ? fallback : name === 'smtpPass' ? given : given.trim();
    if (text === null) {
      if (required) problems.push({ env: variable, option: name, code: 'MISSING' });
      continue;
    }
    const parsed = schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else problems.push({ env: variable, option: name, code: 'NOT_ACCEPTED' });
  }
  problems.push(...pairs(env), ...ways(env));
  return problems.length > 0 ? err(problems) : ok(toConfig(values));
};

/** One of a pair without the other is a half-finished deploy. */
const PAIRS: readonly (readonly [ConfigOptionName, ConfigOptionName])[] = [
  ['smtpHost', 'smtpFrom'],
  ['smtpUser', 'smtpPass'],
  ['gmailFrom', 'gmailKey'],
  ['taskQueue', 'baseUrl'],
];

const isSet = (env: Env, name: ConfigOptionName): boolean =>
  (env[CONFIG_OPTIONS[name].env] ?? '').trim() !== '';

/** Mail goes out by one way: with none nobody would hear of anything, and of two it would not be clear which. */
const ways = (env: Env): readonly ConfigProblem[] => {
  const smtp = isSet(env, 'smtpHost') || isSet(env, 'smtpFrom');
  if (smtp !== isSet(env, 'gmailFrom')) return [];
  const { env: variable } = CONFIG_OPTIONS.smtpHost;
  const other = CONFIG_OPTIONS.gmailFrom.env;
  return [{ env: variable, option: 'smtpHost', code: smtp ? 'NOT_BOTH' : 'ONE_OF', other }];
};

const pairs = (env: Env): readonly ConfigProblem[] =>
  PAIRS.flatMap(([one, two]): readonly ConfigProblem[] => {
    if (isSet(env, one) === isSet(env, two)) return [];
    const [option, other] = isSet(env, one) ? [one, two] : [two, one];
    return [{ env: CONFIG_OPTIONS[option].env, option, code: 'NEEDS', other: CONFIG_OPTIONS[other].env }];
  });

type Mail = Config['mail'];

const mailOf = (values: Values): Mail => {
  const text = (name: ConfigOptionName): string => values[name] as string;
  if (values.gmailKey !== undefined)
    return {
      by: 'gmail',
      from: text('gmailFrom'),
      key: values.gmailKey as Extract<Mail, { by: 'gmail' }>['key'],
    };
  const port = values.smtpPort as number;
  return {
    by: 'smtp',
    host: text('smtpHost'),
    port,
    secure: (values.smtpSecure as boolean | undefined) ?? port === 465,
    ...(values.smtpUser === undefined ? {} : { user: text('smtpUser'), pass: text('smtpPass') }),
    from: text('smtpFrom'),
  };
};

const toConfig = (values: Values): Config => {
  const text = (name: ConfigOptionName): string => values[name] as string;
  const list = (name: ConfigOptionName): readonly string[] => values[name] as readonly string[];
  const has = (name: ConfigOptionName): boolean => values[name] !== undefined;
  return {
    audiences: list('audiences'),
    invokers: list('invokers'),
    installers: list('installers'),
    mail: mailOf(values),
    ...(has('sheetsRootUrl') ? { sheetsRootUrl: text('sheetsRootUrl').replace(/\/*$/, '/') } : {}),
    oidc: {
      ...(has('oidcCertsUrl') ? { certsUrl: text('oidcCertsUrl') } : {}),
      ...(has('oidcIssuers') ? { issuers: list('oidcIssuers') } : {}),
    },
    firestoreDatabase: text('firestoreDatabase'),
    linkKey: text('linkKey'),
    channels: values.channels as Readonly<Record<string, Webhook>>,
    ...(has('taskQueue')
      ? { tasks: { queue: text('taskQueue'), baseUrl: text('baseUrl').replace(/\/+$/, '') } }
      : {}),
  };
};

/** One line for the person who deploys: which variable, what is wrong, what would be accepted. */
export const describeConfigProblem = (problem: ConfigProblem, language: Language): string => {
  const words = CONFIG_PROBLEM_WORDS[language];
  const what = 'other' in problem ? words[problem.code](problem.other) : words[problem.code];
  const { meaning, accepts } = CONFIG_WORDS[problem.option];
  return `${problem.env} ${what}: ${accepts[language]}. ${meaning[language]}`;
};
