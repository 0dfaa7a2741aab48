/**
 * Sends a person's actions one after the other, in order, and keeps them while the server cannot be reached.
 * Retrying is harmless: the server applies an action id once.
 */
import type { ActAnswer, ActRequest } from '../../board/board-protocol.ts';
import type { PersonAction } from '../../sheets-service/service-api.ts';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 8_000;

/** An action on its way. `texts` is what the person typed, for messages when it cannot be applied. */
export interface QueuedAction {
  readonly actionId: string;
  action: PersonAction;
  readonly texts: readonly string[];
}

export interface QueueEvents {
  /** Revision the action's positions refer to. */
  baseRevision(action: PersonAction): number;
  /** Called with every answer except STALE. */
  settled(item: QueuedAction, answer: Exclude<ActAnswer, { code: 'STALE' }>): void;
  /** Called when rows moved under the action; the queue waits until `resume`. */
  stale(item: QueuedAction): void;
  /** Called whenever the number of waiting actions or the reachability changes. */
  changed(): void;
}

/** The queue of one window. */
export class ActionQueue {
  readonly #post: (request: ActRequest) => Promise<ActAnswer>;
  readonly #events: QueueEvents;
  readonly #clientId: string;
  readonly #items: QueuedAction[] = [];
  #sending: Promise<void> | undefined;
  #paused = false;
  #retryMs = FIRST_RETRY_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reachable = true;

  constructor(clientId: string, post: (request: ActRequest) => Promise<ActAnswer>, events: QueueEvents) {
    this.#clientId = clientId;
    this.#post = post;
    this.#events = events;
  }

  get waiting(): readonly QueuedAction[] {
    return this.#items;
  }

  /** False after a send that got no answer, until one does. */
  get reachable(): boolean {
    return this.#reachable;
  }

  push(action: PersonAction, texts: readonly string[]): void {
    this.#items.push({ actionId: crypto.randomUUID(), action, texts });
    this.#events.changed();
    this.#send();
  }

  /** Resolves when everything that can be sent now was answered. */
  async drain(): Promise<void> {
    while (this.#sending) await this.#sending;
  }

  /** Keeps new actions back; resolves when none is on the way. */
  async pause(): Promise<void> {
    this.#paused = true;
    await this.#sending;
  }

  resume(): void {
    this.#paused = false;
    this.#send();
  }

  /** Tries again at once instead of waiting for the next retry. */
  retryNow(): void {
    this.#retryMs = FIRST_RETRY_MS;
    this.#send();
  }

  /** Replaces or removes waiting actions (while paused), for instance when their rows were found elsewhere. */
  rewrite(change: (item: QueuedAction) => PersonAction | undefined): QueuedAction[] {
    const dropped: QueuedAction[] = [];
    for (const item of [...this.#items]) {
      const action = change(item);
      if (action) item.action = action;
      else {
        this.#items.splice(this.#items.indexOf(item), 1);
        dropped.push(item);
      }
    }
    this.#events.changed();
    return dropped;
  }

  #send(): void {
    clearTimeout(this.#timer);
    if (this.#sending || this.#paused) return;
    this.#sending = this.#sendAll().finally(() => (this.#sending = undefined));
  }

  async #sendAll(): Promise<void> {
    for (let item = this.#items[0]; item && !this.#paused; item = this.#items[0]) {
      const answer = await this.#sendOne(item);
      if (!answer) return;
      if (!answer.ok && answer.code === 'STALE') {
        this.#paused = true;
        this.#events.stale(item);
        return;
      }
      this.#items.shift();
      this.#events.settled(item, answer);
      this.#events.changed();
    }
  }

  async #sendOne(item: QueuedAction): Promise<ActAnswer | undefined> {
    try {
      const { actionId, action } = item;
      const baseRevision = this.#events.baseRevision(action);
      const answer = await this.#post({ clientId: this.#clientId, actionId, baseRevision, action });
      this.#setReachable(true);
      this.#retryMs = FIRST_RETRY_MS;
      return answer;
    } catch {
      this.#setReachable(false);
      this.#timer = setTimeout(() => this.#send(), this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
      return undefined;
    }
  }

  #setReachable(reachable: boolean): void {
    if (this.#reachable === reachable) return;
    this.#reachable = reachable;
    this.#events.changed();
  }
}
