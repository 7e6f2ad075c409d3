// A window for pages that a browser shows: no bridge, no Fude.
import { app, BrowserWindow } from 'electron';

void app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 900 }).loadURL('about:blank'));
