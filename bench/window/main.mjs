// A bare Electron window on one of the bench's pages, with the document of a case beside them.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { app, BrowserWindow, Menu, protocol } from 'electron';

/** @param {string} name */
const option = (name) => app.commandLine.getSwitchValue(name);
const pages = option('bench-pages');
const document = option('bench-document');
const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.md': 'text/markdown',
});

app.setPath('userData', option('user-data-dir'));
protocol.registerSchemesAsPrivileged([
  { scheme: 'bench', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
Menu.setApplicationMenu(null);

async function open() {
  protocol.handle('bench', async ({ url }) => {
    const { pathname } = new URL(url);
    const file = pathname === '/document.md' ? document : join(pages, pathname);
    return new Response(await readFile(file), {
      headers: { 'content-type': `${types[extname(file)] ?? 'application/octet-stream'}; charset=utf-8` },
    });
  });
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    useContentSize: true,
    show: false,
    webPreferences: { spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  // Nothing is fetched from the network, whatever a page asks for.
  window.webContents.session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*'] },
    (_, answer) => answer({ cancel: true }),
  );
  await window.loadURL(`bench://page/${option('bench-page')}`);
}

// Waited for at the top level, it would never come: Electron gets ready after its main module.
void app.whenReady().then(open);
