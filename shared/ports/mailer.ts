import type { Instant } from '../domain/day.ts';

/** One mail to one person, ready to send. */
export interface OutgoingMail {
  /** Deterministic, e.g. `<evt…@peineng>`: sending the same mail twice gives the receiver a way to see it. */
  readonly messageId: string;
  /** One bare address, e.g. `wang@example.com`. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When it was written; now, as the mail library sees it, when absent. */
  readonly date?: Instant;
  /** Further headers by name, e.g. `{ 'X-Peineng-Kind': 'stale-digest' }`. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Mailer {
  /**
   * Hands the mail to the mail server. `retryable` says whether the same mail may get through later: true when the
   * server is down or busy or our access to it is wrong, false when this mail or its receiver is refused for good.
   * `reason` is for the log; it never holds the body or the address. `inDoubt`: the mail went out whole and no answer
   * came, so it may have arrived.
   */
  send(mail: OutgoingMail): Promise<{ ok: true } | SendFailure>;
}

export interface SendFailure {
  readonly ok: false;
  readonly retryable: boolean;
  readonly reason: string;
  readonly inDoubt?: true;
}
