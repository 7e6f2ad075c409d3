import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { previewPage } from '../core/contract/preview-page.ts';
import type { WindowPlace } from '../core/contract/settings.ts';
import { isAlive } from './hung-page.ts';
import { pageOrigin, sendEvent } from './ipc.ts';

export interface PageWindow {
  readonly window: BrowserWindow;
  /** Resolves when the page begins to read its code, or will never come: until then the main process is all it waits for. */
  readonly begun: Promise<void>;
  /** The page is given a post: from here on closing asks it to save first. */
  hold(): void;
  /** The page has saved all it had (`app.closed`): lets the window go. */
  letGo(): void;
}

const firstSize = { width: 1280, height: 800 };

/** A remembered place counts only while some display still shows a good part of it. */
function startingPlace(place: WindowPlace | undefined): Electron.BrowserWindowConstructorOptions {
  if (place === undefined) return firstSize;
  const area = screen.getDisplayMatching(place).workArea;
  const shown =
    place.x < area.x + area.width - 80 &&
    place.x + place.width > area.x + 80 &&
    place.y >= area.y - 10 &&
    place.y < area.y + area.height - 40;
  const size = { width: Math.min(place.width, area.width), height: Math.min(place.height, area.height) };
  return shown ? { x: place.x, y: place.y, ...size } : size;
}

/** Where a window is, for its next start. */
export const placeOf = (window: BrowserWindow): WindowPlace => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
});

/**
 * Opens the window of a library, whose page begins to load at once.
 * Closing asks a page that has a post to save first (`app.closing`); only a page that is gone or hangs is not waited
 * for: what it had is in its journal.
 */
export function openWindow(appPath: string, place: WindowPlace | undefined): PageWindow {
  const window = new BrowserWindow({
    ...startingPlace(place),
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Fude',
    icon: join(appPath, 'assets/icons/linux/256x256.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1b1a' : '#fdfcfa',
    webPreferences: {
      preload: join(appPath, 'out/preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // Chromium would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  if (place?.maximized === true) window.maximize();
  stayHome(window);

  let mayGo = false;
  let held = false;
  window.webContents.on('render-process-gone', () => {
    held = false;
    if (!mayGo && !window.isDestroyed()) window.reload();
  });
  window.on('close', (event) => {
    if (mayGo || !held) return;
    event.preventDefault();
    sendEvent(window.webContents, 'app.closing', undefined);
    void isAlive(window.webContents).then((alive) => {
      if (alive || window.isDestroyed()) return;
      mayGo = true;
      // A window whose page hangs is not destroyed while the page's process runs.
      window.webContents.forcefullyCrashRenderer();
      window.destroy();
    });
  });
  window.once('ready-to-show', () => window.show());
  const begun = beginningOf(window);
  // `begun` hears of a page that does not come, as of one whose window is closed before.
  window.loadURL(`${pageOrigin}/index.html`).catch(() => undefined);
  return {
    window,
    begun,
    hold: () => {
      held = true;
    },
    letGo: () => {
      mayGo = true;
      window.close();
    },
  };
}

function beginningOf({ webContents }: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    webContents.once('did-navigate', () => resolve());
    webContents.once('did-fail-load', () => resolve());
    webContents.once('render-process-gone', () => resolve());
    webContents.once('destroyed', () => resolve());
  });
}

/** The window shows Fude's page and nothing else, whatever is dropped on it or clicked in it. */
function stayHome(window: BrowserWindow): void {
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-frame-navigate', (event) => {
    // The preview's frame loads its page and goes nowhere else.
    if (event.url !== previewPage) event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
