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
