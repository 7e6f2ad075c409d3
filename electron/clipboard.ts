import { clipboard, ClipboardItem } from 'electron';

/** The clipboard before Electron took the web's `ClipboardItem`: what the fallback runtime has. */
interface FormerClipboard {
  write(data: { readonly html: string; readonly text: string }): void;
}

/** Puts both flavours of one content on the clipboard. */
export async function writeClipboard(html: string, text: string): Promise<void> {
  // Undefined on the older runtime, whatever the types of the newer one say.
  const Item: typeof ClipboardItem | undefined = ClipboardItem;
  if (Item === undefined) (clipboard as unknown as FormerClipboard).write({ html, text });
  else await clipboard.write([new Item({ 'text/html': html, 'text/plain': text })]);
}
