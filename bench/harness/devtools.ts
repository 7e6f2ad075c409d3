import type { Readable, Writable } from 'node:stream';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

type Answer = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** The devtools protocol over a pair of pipes: no port is opened, and nothing stands between a key and its clock. */
export class Devtools {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Answer>();
  readonly #listeners: ((method: string, params: unknown) => void)[] = [];
  #last = 0;
  #rest = '';

  constructor(out: Writable, input: Readable) {
    this.#out = out;
    // A program that dies while it is being written to is told by its exit.
    out.on('error', () => {});
    input.setEncoding('utf8').on('data', (chunk: string) => this.#take(chunk));
    input.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the program ended'));
      this.#waiting.clear();
    });
  }

  listen(listener: (method: string, params: unknown) => void): void {
    this.#listeners.push(listener);
  }

  /** The caller knows from the protocol what is answered. */
  send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #take(chunk: string): void {
    const parts = (this.#rest + chunk).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#hear(JSON.parse(part) as Message);
  }

  #hear({ id, method, params, result, error }: Message): void {
    if (id === undefined) {
      if (method !== undefined) for (const listener of this.#listeners) listener(method, params);
      return;
    }
    const answer = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new Error(error.message));
  }
}
