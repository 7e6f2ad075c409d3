import { previewOrigin, previewPage } from '../../core/contract/preview-page.ts';
import type { ToPage, ToWindow } from './wire.ts';

/** A page that ends again sooner than this is what the post makes of it: a third one waits for an edit. In milliseconds. */
const shortLife = 10_000;

/** In which a page begun anew has to be there. Asked for before the browser knew that its process is gone, it never comes. */
const startLimit = 2000;

/** The frame with the preview's page, and the way to it. A page that ends, by a crash for instance, is begun anew. */
export class Connection {
  readonly element: HTMLIFrameElement;
  readonly #begin: () => readonly ToPage[];
  readonly #hear: (told: ToWindow) => void;
  #port: MessagePort | undefined;
  #revived = -Infinity;
  #hasEnded = false;
  #waiting: ToPage[] = [];

  /** `begin` gives what a page has to know that has just started. */
  constructor(host: HTMLElement, begin: () => readonly ToPage[], hear: (told: ToWindow) => void) {
    this.#begin = begin;
    this.#hear = hear;
    this.element = host.ownerDocument.createElement('iframe');
    Object.assign(this.element.style, { display: 'block', width: '100%', height: '100%', border: '0' });
    this.element.addEventListener('load', this.#connect);
    this.#load();
    host.append(this.element);
  }

  /** Tells the page. What one task has to say is sent together when that task ends, or by `send`. */
  tell(told: ToPage): void {
    if (this.#waiting.push(told) === 1) queueMicrotask(() => this.send());
  }

  send(): void {
    const told = this.#waiting;
    this.#waiting = [];
    // A page that is still on its way begins with how things stand then.
    if (told.length > 0) this.#port?.postMessage(told);
  }

  /** Begins a page anew that has ended. */
  revive(): void {
    if (!this.#hasEnded || performance.now() - this.#revived <= shortLife) return;
    this.#revived = performance.now();
    this.#load();
    setTimeout(() => {
      if (this.#port === undefined) this.#load();
    }, startLimit);
  }

  close(): void {
    this.#port?.close();
    this.element.remove();
  }

  #load(): void {
    // An empty frame is white, also in the dark.
    this.element.style.visibility = 'hidden';
    this.#hasEnded = false;
    this.element.src = previewPage;
  }

  #connect = (): void => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<ToWindow>) => this.#hear(data));
    port1.addEventListener('close', () => this.#ended(port1));
    port1.start();
    this.element.contentWindow?.postMessage(undefined, previewOrigin, [port2]);
    this.#port = port1;
    this.#waiting = [...this.#begin()];
    this.send();
    this.element.style.visibility = '';
  };

  #ended(port: MessagePort): void {
    if (port !== this.#port) return;
    this.#port = undefined;
    this.#hasEnded = true;
    this.element.style.visibility = 'hidden';
    this.revive();
  }
}
