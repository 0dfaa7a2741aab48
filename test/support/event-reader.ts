/** Reads server-sent events one by one. */
export interface ReadEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

export class EventReader {
  readonly #abort: AbortController;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';

  private constructor(abort: AbortController, reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.#abort = abort;
    this.#reader = reader;
  }

  static async open(url: string): Promise<EventReader> {
    const abort = new AbortController();
    const response = await fetch(url, { signal: abort.signal });
    if (!response.body) throw new Error('The stream has no body.');
    return new EventReader(abort, response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>);
  }

  /** The next event of this name; others are skipped. */
  async next(name: string): Promise<ReadEvent> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await this.#reader.read();
        if (done) throw new Error(`The stream ended before ${name}.`);
        this.#text += this.#decoder.decode(value, { stream: true });
        continue;
      }
      const event = parsed(this.#text.slice(0, end));
      this.#text = this.#text.slice(end + 2);
      if (event?.event === name) return event;
    }
  }

  close(): void {
    this.#abort.abort();
  }
}

function parsed(block: string): ReadEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line) => [line.split(': ', 1)[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
  );
  const data = fields.get('data');
  const event = fields.get('event');
  return data === undefined || event === undefined
    ? undefined
    : { event, id: fields.get('id'), data: JSON.parse(data) as unknown };
}
