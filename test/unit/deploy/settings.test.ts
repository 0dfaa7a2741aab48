import { describe, expect, it } from 'vitest';
import { parseDeployment, type Deployment } from '../../../deploy/settings.ts';
import { shellLines } from '../../../deploy/shell.ts';
import { deploymentSteps } from '../../../deploy/steps.ts';
import { parseConfig } from '../../../functions/config.ts';
import { SAMPLE_ENVIRONMENT } from '../../support/sample-environment.ts';
import { HTTP_FUNCTIONS } from '../../../functions/register.ts';

const ARGS = ['--project', 'my-project', '--region', 'europe-west1'];
const ENV = {
  PEINENG_AUDIENCES: '123.apps.googleusercontent.com',
  PEINENG_INSTALLERS: '@example.com',
  SMTP_HOST: 'smtp.example.com',
  SMTP_FROM: 'Peineng <peineng@example.com>',
};
const WITH_PASSWORD = { ...ENV, SMTP_USER: 'peineng', SMTP_PASS: 'hunter2' };

const deploymentOf = (env: Readonly<Record<string, string>> = ENV, args = ARGS): Deployment => {
  const parsed = parseDeployment(args, env);
  if (!parsed.ok || parsed.value.kind !== 'deploy') throw new Error(JSON.stringify(parsed));
  return parsed.value.deployment;
};
const problemsOf = (args: readonly string[], env: Readonly<Record<string, string>>): readonly string[] => {
  const parsed = parseDeployment(args, env);
  return parsed.ok ? [] : parsed.error;
};
const script = (deployment: Deployment): string => deploymentSteps(deployment).map(shellLines).join('\n');

describe('the settings of a deployment', () => {
  it('are refused with everything that is missing, in one go', () => {
    const problems = problemsOf([], {}).join('\n');
    // Without SMTP_HOST no SMTP_FROM is asked for: mail may go by Gmail instead.
    const names = Object.keys(ENV).filter((name) => name !== 'SMTP_FROM');
    for (const name of ['--project', '--region', ...names, 'GMAIL_FROM']) expect(problems).toContain(name);
  });

  it('do not report what is derived from something missing', () => {
    expect(problemsOf([], ENV)).toHaveLength(2);
  });

  it.each([
    [['--project', 'My Project', '--region', 'europe-west1'], ENV, '--project'],
    [['--project', 'my-project', '--region', 'Europe'], ENV, '--region'],
    [[...ARGS, '--firestore-location', 'the moon'], ENV, '--firestore-location'],
    [[...ARGS, '--time-zone', '8 hours'], ENV, '--time-zone'],
    [[...ARGS, '--force'], ENV, '--force'],
    [ARGS, { ...ENV, SMTP_PORT: 'none' }, 'SMTP_PORT'],
    [ARGS, { ...ENV, SMTP_PASS: 'hunter2' }, 'SMTP_USER'],
    [ARGS, { ...ENV, PEINENG_FIRESTORE_DATABASE: 'sales' }, 'PEINENG_FIRESTORE_DATABASE'],
    [ARGS, { ...ENV, PEINENG_BASE_URL: 'https://elsewhere.example' }, 'PEINENG_BASE_URL'],
  ])('%j are refused by name', (args, env, name) => {
    const problems = problemsOf(args, env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).not.toContain('hunter2');
  });

  it('give the functions an environment they accept, with the queue’s audience and invoker first', () => {
    const { environment } = deploymentOf();
    const config = parseConfig({ ...environment, PEINENG_LINK_KEY: SAMPLE_ENVIRONMENT.PEINENG_LINK_KEY });
    expect(config).toMatchObject({
      ok: true,
      value: {
        audiences: ['https://europe-west1-my-project.cloudfunctions.net', '123.apps.googleusercontent.com'],
        invokers: ['peineng-invoker@my-project.iam.gserviceaccount.com'],
        tasks: {
          queue: 'projects/my-project/locations/europe-west1/queues/peineng-teams',
          baseUrl: 'https://europe-west1-my-project.cloudfunctions.net',
        },
      },
    });
  });
});

describe('the steps of a deployment', () => {
  it('deploy every function there is, and only onSchedule without the open door', () => {
    const text = script(deploymentOf());
    for (const name of Object.keys(HTTP_FUNCTIONS))
      expect(text).toMatch(new RegExp(`functions deploy ${name} .*--trigger-http --allow-unauthenticated`));
    expect(text).toMatch(/functions deploy onSchedule .*--no-allow-unauthenticated/);
    expect(text.match(/functions deploy/g)).toHaveLength(Object.keys(HTTP_FUNCTIONS).length + 1);
  });

  it('show the password in no line, environment or command', () => {
    const deployment = deploymentOf(WITH_PASSWORD);
    const steps = deploymentSteps(deployment);
    expect(script(deployment)).not.toContain('hunter2');
    expect(script(deployment)).toContain('printf %s "$SMTP_PASS" | gcloud secrets versions add');
    expect(JSON.stringify(deployment.environment)).not.toContain('hunter2');
    expect(
      steps.flatMap(({ run, unless }) => [...run.argv, ...(unless?.argv ?? [])]).join(' '),
    ).not.toContain('hunter2');
  });

  it('keep the key for Gmail in the secret manager, the one that is there when none is given', () => {
    const { SMTP_HOST: _host, SMTP_FROM: from, ...others } = ENV;
    const key = JSON.stringify({
      client_email: 'm@p.iam.gserviceaccount.com',
      private_key: '-----BEGIN hunter2',
    });
    const kept = { ...others, GMAIL_FROM: from };
    expect(script(deploymentOf(kept))).toContain('GMAIL_KEY=peineng-gmail-key:latest');
    expect(script(deploymentOf(kept))).not.toContain('versions add peineng-gmail-key');
    const given = script(deploymentOf({ ...kept, GMAIL_KEY: key }));
    expect(given).toContain('versions add peineng-gmail-key');
    expect(given).not.toContain('hunter2');
  });

  it('keep the password that is in the cloud when none is given, and ask for none without a user', () => {
    const { SMTP_PASS: _unused, ...userOnly } = WITH_PASSWORD;
    expect(script(deploymentOf(userOnly))).not.toContain('versions add peineng-smtp-pass');
    expect(script(deploymentOf(userOnly))).toContain('SMTP_PASS=peineng-smtp-pass:latest');
    expect(script(deploymentOf())).not.toContain('smtp-pass');
  });

  it('make up the key of the phone pages only where there is none, and never show it', () => {
    const deployment = deploymentOf();
    const [key] = deployment.secrets;
    expect(script(deployment)).toMatch(
      /versions describe latest --secret=peineng-link-key .* \|\|\n {2}openssl rand -base64 32 .* versions add peineng-link-key/,
    );
    expect(key?.generated).toMatch(/^[\w-]{43}$/);
    expect(script(deployment)).not.toContain(key?.generated);
    expect(deploymentOf().secrets[0]?.generated).not.toBe(key?.generated);
  });

  it('keep chat webhooks in the secret manager, where there are any, and show them nowhere', () => {
    const channels = '{"board":{"url":"https://hooks.slack.com/services/T0/B0/hunter3"}}';
    const deployment = deploymentOf({ ...WITH_PASSWORD, PEINENG_CHANNELS: channels });
    expect(script(deployment)).toContain('PEINENG_CHANNELS=peineng-channels:latest');
    expect(script(deployment)).toContain('printf %s "$PEINENG_CHANNELS" | gcloud secrets versions add');
    expect(script(deployment) + JSON.stringify(deployment.environment)).not.toContain('hunter3');
    expect(script(deploymentOf())).not.toContain('peineng-channels');
  });

  it('sweep around the clock, since every team has a time zone and report time of its own', () => {
    const cron = /peineng-onsweep .*'?--schedule=([^']+)'/.exec(script(deploymentOf()))?.[1];
    expect(cron).toMatch(/^\*\/15 \* \* \* \*$/);
  });

  it('dispatch fewer than one task a second: Sheets takes sixty writes a minute', () => {
    const pace = /--max-dispatches-per-second=([\d.]+)/.exec(script(deploymentOf()))?.[1];
    expect(Number(pace)).toBeLessThan(1);
  });

  it('name the project in every command, so none hits another one', () => {
    for (const { run, unless } of deploymentSteps(deploymentOf(WITH_PASSWORD)))
      for (const command of unless === undefined ? [run] : [run, unless])
        expect(command.argv).toContain('--project=my-project');
  });

  it('are quoted so that a shell reads back what was meant', () => {
    expect(shellLines({ about: 'x', run: { argv: ['echo', `it's {"a":1} $HOME`] } })).toBe(
      `# x\necho 'it'\\''s {"a":1} $HOME'`,
    );
  });
});
