import type { Firestore } from 'firebase-admin/firestore';
import type { TeamId } from '../shared/domain/ids.ts';
import { LINK_LIFE_MS, writeLink } from '../shared/links/page-link.ts';
import { writeStopLink } from '../shared/links/stop-link.ts';
import { createDashboardScript } from './adapters/dashboard-script.ts';
import { createFirestoreContacts } from './adapters/firestore-contacts.ts';
import { createFirestoreStore } from './adapters/firestore-store.ts';
import { createGmailMailer } from './adapters/gmail-mailer.ts';
import { createHmacSigner } from './adapters/hmac-signer.ts';
import { createJsonLog } from './adapters/json-log.ts';
import { createTokenVerifier } from './adapters/oidc-verifier.ts';
import { createRandomIds } from './adapters/random-ids.ts';
import { createSheetsBoard } from './adapters/sheets-board.ts';
import type { SheetsOptions } from './adapters/sheets-connection.ts';
import { createSmtpMailer } from './adapters/smtp-mailer.ts';
import { createWebhookChannel, type WebhookChannelOptions } from './adapters/webhook-channel.ts';
import { systemClock } from './adapters/system-clock.ts';
import { createApp, type App, type FanOut } from './app.ts';
import type { Config } from './config.ts';

/** What differs between the cloud and local mode: everything else is composed alike. */
export interface Surroundings {
  readonly firestore: Firestore;
  readonly fanOut: FanOut;
  readonly boardUrl: (team: TeamId) => string;
  /** Where the phone pages are served, without a query. */
  readonly pagesAt: string;
  readonly writeLog: (line: string) => void;
  /** Text of the dashboard's script, and how often an open dashboard looks for newer figures. */
  readonly dashboard: { readonly script: () => Promise<string>; readonly refreshSeconds: number };
  /** Chat services played by this machine instead of the configured webhooks. */
  readonly localChat?: WebhookChannelOptions['webhookOf'];
  readonly sheetsAuth?: Exclude<SheetsOptions['auth'], undefined>;
}

/** Builds the application from its configuration: the real adapters, whatever is at the other end of them. */
export const composeApp = (config: Config, surroundings: Surroundings): App => {
  const { firestore, fanOut, boardUrl, pagesAt, writeLog, sheetsAuth, localChat } = surroundings;
  const signer = createHmacSigner(config.linkKey);
  return createApp({
    ports: {
      store: createFirestoreStore(firestore),
      contacts: createFirestoreContacts(firestore),
      board: createSheetsBoard({
        ...(sheetsAuth === undefined ? {} : { auth: sheetsAuth }),
        ...(config.sheetsRootUrl === undefined ? {} : { rootUrl: config.sheetsRootUrl }),
      }),
      mailer: config.mail.by === 'gmail' ? createGmailMailer(config.mail) : createSmtpMailer(config.mail),
      channel: createWebhookChannel({
        webhookOf: localChat ?? ((team) => config.channels[team]),
        clock: systemClock,
        loopback: localChat !== undefined,
      }),
      clock: systemClock,
      ids: createRandomIds(systemClock),
      log: createJsonLog(writeLog, systemClock),
      boardUrl,
      pageUrl: (team, person, view, task) => {
        const link = writeLink(signer, { team, person, ends: systemClock.now() + LINK_LIFE_MS });
        const begin = task === undefined ? '' : `&k=${encodeURIComponent(task)}`;
        return `${pagesAt}?t=${link}&v=${view}${begin}`;
      },
      stopUrl: (team, person) => `${pagesAt}?u=${writeStopLink(signer, { team, person })}`,
    },
    signer,
    dashboardScript: createDashboardScript(surroundings.dashboard.script),
    refreshSeconds: surroundings.dashboard.refreshSeconds,
    verifier: createTokenVerifier({ audiences: config.audiences, ...config.oidc }),
    fanOut,
    access: { installers: config.installers, invokers: config.invokers },
  });
};
