import { dialog, type BrowserWindow } from 'electron';

/** Asks for a folder; undefined when the author backs out. `defaultPath` is where the dialog starts. */
export async function chooseFolder(
  window: BrowserWindow,
  words: { readonly title: string; readonly button: string },
  defaultPath: string | undefined,
): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog(window, {
    title: words.title,
    buttonLabel: words.button,
    properties: ['openDirectory', 'createDirectory'],
    ...(defaultPath === undefined ? {} : { defaultPath }),
  });
  return answer.canceled ? undefined : answer.filePaths[0];
}

/** Asks for a file to be read; undefined when the author backs out. */
export async function chooseFileToRead(
  window: BrowserWindow,
  words: { readonly title: string; readonly button: string; readonly kind: string },
  extensions: readonly string[],
): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog(window, {
    title: words.title,
    buttonLabel: words.button,
    properties: ['openFile'],
    filters: [{ name: words.kind, extensions: [...extensions] }],
  });
  return answer.canceled ? undefined : answer.filePaths[0];
}

/** Asks where to save a file of some kind; undefined when the author backs out. */
export async function chooseFile(
  window: BrowserWindow,
  words: { readonly title: string; readonly button: string },
  defaultPath: string,
  kind: { readonly name: string; readonly extensions: string[] },
): Promise<string | undefined> {
  const answer = await dialog.showSaveDialog(window, {
    title: words.title,
    buttonLabel: words.button,
    defaultPath,
    filters: [kind],
  });
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
}
