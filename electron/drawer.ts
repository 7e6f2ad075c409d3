import { BrowserWindow } from 'electron';
import type { DrawnDiagram } from '../core/contract/diagram.ts';
import { within } from './files/patience.ts';
import { Queue } from './files/queue.ts';
import { drawPage } from './protocol.ts';

/** Milliseconds that one diagram may take, and that the page may take to be there. */
const longestDrawing = 5000;
const longestStart = 20_000;
/** Milliseconds without a diagram after which the page is given up, and its memory with it. */
const idleTime = 60_000;

/**
 * Draws diagrams in a window of its own that is never shown: a process apart from the author's window, so that a diagram that
 * takes long is ended and nobody waits for it. It has no bridge, and its page no way to the network.
 */
export class Drawer {
  readonly #queue = new Queue();
  #page: Promise<BrowserWindow> | undefined;
  #idle: NodeJS.Timeout | undefined;

  draw(source: string): Promise<DrawnDiagram> {
    return this.#queue.run(async () => {
      clearTimeout(this.#idle);
      try {
        const window = await within(longestStart, (this.#page ??= openPage()));
        const drawn = window && (await within(longestDrawing, drawIn(window, source)));
        if (drawn === undefined) this.close();
        else this.#idle = setTimeout(() => this.close(), idleTime).unref();
        return drawn ?? { kind: 'slow' };
      } catch {
        // The page is gone: its process died of this diagram, or the app is about to end.
        this.close();
        return { kind: 'slow' };
      }
    });
  }

  /** Ends the page, whatever it is doing; the next diagram opens another. */
  close(): void {
    clearTimeout(this.#idle);
    const page = this.#page;
    this.#page = undefined;
    page?.then(end, () => undefined);
  }
}

function end(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  window.webContents.forcefullyCrashRenderer();
  window.destroy();
}

async function openPage(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    show: false,
    width: 1200,
    height: 900,
    skipTaskbar: true,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      backgroundThrottling: false,
    },
  });
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  await window.loadURL(drawPage);
  return window;
}

/** What Mermaid throws for a wrong source is its answer to the author. */
async function drawIn(window: BrowserWindow, source: string): Promise<DrawnDiagram> {
  const call = `draw(${JSON.stringify(source)}).then((svg) => ({ svg }), (error) => ({ message: String(error?.message ?? error) }))`;
  const answer: unknown = await window.webContents.executeJavaScript(call);
  if (typeof answer !== 'object' || answer === null) return { kind: 'failed', message: '' };
  if ('svg' in answer && typeof answer.svg === 'string') return { kind: 'drawn', svg: answer.svg };
  return { kind: 'failed', message: 'message' in answer ? String(answer.message) : '' };
}
