import { contextBridge, ipcRenderer } from 'electron';
import { eventNames } from '../core/contract/events.ts';
import { requestNames } from '../core/contract/request-names.ts';

const requests = new Set<string>(requestNames);
const events = new Set<string>(eventNames);

contextBridge.exposeInMainWorld('fude', {
  request: (name: string, args: readonly unknown[]): Promise<unknown> =>
    requests.has(name)
      ? ipcRenderer.invoke(name, ...args)
      : Promise.reject(new Error(`no such request: ${name}`)),
  listen: (name: string, listener: (json: string | undefined) => void): void => {
    if (events.has(name)) ipcRenderer.on(name, (_event, json: string | undefined) => listener(json));
  },
});
