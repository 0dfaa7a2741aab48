import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { CONFIG_OPTIONS, describeConfigProblem, parseConfig } from '../functions/config.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** What a deployment needs to know, complete and checked. */
export interface Deployment {
  readonly project: string;
  readonly region: string;
  /** Where Firestore keeps its data; cannot be changed later. */
  readonly firestoreLocation: string;
  readonly timeZone: string;
  readonly dryRun: boolean;
  readonly baseUrl: string;
  readonly queue: string;
  readonly serviceAccounts: {
    readonly functions: string;
    readonly invoker: string;
    readonly build: string;
  };
  /** The functions' environment, secrets apart. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the functions get from Secret Manager. */
  readonly secrets: readonly Secret[];
}

export interface Secret {
  /** The variable the functions read it from, and a person gives it in. */
  readonly variable: string;
  /** Its name in Secret Manager. */
  readonly name: string;
  /** A new value; without one the value that is in the cloud stays. */
  readonly given?: string;
  /** Made up once, when there is none in the cloud and none was given. */
  readonly generated?: string;
  /** Has the form of one, for the check of the other settings while the one in the cloud stays. */
  readonly standIn?: string;
}

export const USAGE = `npm run deploy -- --project PROJECT --region REGION [options]
  --project P              Google Cloud project, with billing
  --region R               where functions, queue and schedule run, such as europe-west1
  --firestore-location L   where Firestore keeps the data (default: the region; cannot be changed later)
  --time-zone Z            of the schedule (default Asia/Shanghai)
  --dry-run                print every command, run none
  --help                   this text
The settings of the functions come from the environment; docs/deploy.md lists them.`;

export type ParsedDeployment =
  { readonly kind: 'help' } | { readonly kind: 'deploy'; readonly deployment: Deployment };

type Env = Readonly<Record<string, string | undefined>>;

/** Set by the deployment itself: giving them would contradict it. */
const DERIVED = ['invokers', 'taskQueue', 'baseUrl'] as const;

/** Reads the command line and the environment; every problem at once, each with what is accepted. */
export const parseDeployment = (
  args: readonly string[],
  env: Env,
): Result<ParsedDeployment, readonly string[]> => {
  const options = readOptions(args);
  if (typeof options === 'string') return err([options]);
  if (options.help === true) return ok({ kind: 'help' });
  const problems = [...argumentProblems(options), ...contradictions(env)];
  const deployment = derive(options, env);
  const parsed = parseConfig({
    ...deployment.environment,
    // Where no value is given, something stands in for the one that is in the cloud already.
    ...Object.fromEntries(
      deployment.secrets.map(({ variable, given, generated, standIn }) => [
        variable,
        given ?? generated ?? standIn ?? 'kept',
      ]),
    ),
  });
  if (!parsed.ok) problems.push(...parsed.error.map((problem) => describeConfigProblem(problem, 'en')));
  if ((env['PEINENG_AUDIENCES'] ?? '').trim() === '')
    problems.push(
      'PEINENG_AUDIENCES is required and not set: the OAuth client id of the add-on; its menu shows it (docs/addon.md).',
    );
  return problems.length > 0 ? err(problems) : ok({ kind: 'deploy', deployment });
};

const readOptions = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        project: { type: 'string' },
        region: { type: 'string' },
        'firestore-location': { type: 'string' },
        'time-zone': { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

type Options = Exclude<ReturnType<typeof readOptions>, string>;

const argumentProblems = (options: Options): string[] => {
  const problems: string[] = [];
  const expect = (name: string, given: string | undefined, pattern: RegExp, example: string): void => {
    if (given === undefined) problems.push(`--${name} is required: ${example}.`);
    else if (!pattern.test(given)) problems.push(`--${name} is not acceptable: ${example} is expected.`);
  };
  expect('project', options.project, /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, 'the id of a Google Cloud project');
  expect('region', options.region, /^[a-z]+-[a-z]+\d+$/, 'a region such as europe-west1');
  expect(
    'firestore-location',
    options['firestore-location'] ?? 'nam5',
    /^[a-z]+[a-z0-9-]*\d$/,
    'a location such as europe-west1 or eur3',
  );
  expect(
    'time-zone',
    options['time-zone'] ?? 'UTC',
    /^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/,
    'a time zone such as Asia/Shanghai',
  );
  return problems;
};

const contradictions = (env: Env): readonly string[] => {
  const isSet = (variable: string): boolean => (env[variable] ?? '') !== '';
  const derived = DERIVED.map((name) => CONFIG_OPTIONS[name].env)
    .filter(isSet)
    .map((variable) => `${variable} is set by the deployment itself: please unset it.`);
  const { env: database, fallback } = CONFIG_OPTIONS.firestoreDatabase;
  return isSet(database) && env[database] !== fallback
    ? [...derived, `${database}: firebase.json brings the rules to ${fallback} only; please unset it.`]
    : derived;
};

const derive = (options: Options, env: Env): Deployment => {
  // What is missing or wrong has been reported; what is derived from it must not be reported again.
  const wrong = argumentProblems(options).length > 0;
  const project = wrong ? 'my-project' : (options.project ?? '');
  const region = wrong ? 'europe-west1' : (options.region ?? '');
  const account = (name: string): string => `peineng-${name}@${project}.iam.gserviceaccount.com`;
  const baseUrl = `https://${region}-${project}.cloudfunctions.net`;
  const invoker = account('invoker');
  const queue = 'peineng-teams';
  const own = Object.values(CONFIG_OPTIONS)
    .filter(({ secret }) => !secret)
    .flatMap(({ env: name }) => ((env[name] ?? '') === '' ? [] : [[name, env[name] ?? ''] as const]));
  const environment = {
    ...Object.fromEntries(own),
    // The service's own address comes first: the queue's tokens are meant for it.
    PEINENG_AUDIENCES: [baseUrl, ...(env['PEINENG_AUDIENCES'] ?? '').split(',')]
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .join(','),
    PEINENG_INVOKERS: invoker,
    PEINENG_BASE_URL: baseUrl,
    PEINENG_TASK_QUEUE: `projects/${project}/locations/${region}/queues/${queue}`,
  };
  return {
    project,
    region,
    firestoreLocation: options['firestore-location'] ?? region,
    timeZone: options['time-zone'] ?? 'Asia/Shanghai',
    dryRun: options['dry-run'] === true,
    baseUrl,
    queue,
    serviceAccounts: { functions: account('functions'), invoker, build: account('build') },
    environment,
    secrets: secretsOf(env),
  };
};

/**
 * The key of the phone pages, the password of the mail server where there is a user or a password, the key for Gmail
 * where there is a sender or a key, and the chat webhooks where there are any.
 */
const secretsOf = (env: Env): readonly Secret[] => {
  const given = (variable: string): { readonly given?: string } => {
    const value = env[variable] ?? '';
    return value === '' ? {} : { given: value };
  };
  const linkKey = {
    variable: 'PEINENG_LINK_KEY',
    name: 'peineng-link-key',
    generated: randomBytes(32).toString('base64url'),
    ...given('PEINENG_LINK_KEY'),
  };
  const smtpPass = { variable: 'SMTP_PASS', name: 'peineng-smtp-pass', ...given('SMTP_PASS') };
  const needsPassword = (env['SMTP_USER'] ?? '') !== '' || smtpPass.given !== undefined;
  const channels = {
    variable: 'PEINENG_CHANNELS',
    name: 'peineng-channels',
    ...given('PEINENG_CHANNELS'),
  };
  const gmailKey = {
    variable: 'GMAIL_KEY',
    name: 'peineng-gmail-key',
    standIn: JSON.stringify({ client_email: 'kept@example.com', private_key: '-----BEGIN kept' }),
    ...given('GMAIL_KEY'),
  };
  const needsKey = (env['GMAIL_FROM'] ?? '') !== '' || gmailKey.given !== undefined;
  return [
    linkKey,
    ...(needsPassword ? [smtpPass] : []),
    ...(needsKey ? [gmailKey] : []),
    ...(channels.given === undefined ? [] : [channels]),
  ];
};
