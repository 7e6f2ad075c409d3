import type { Window } from './window.ts';
import { pause } from './waiting.ts';

/** Milliseconds between the keys of a burst: eight a second. */
export const gap = 125;
/** So many keys that the page has not taken yet: it freezes until the typist stops. */
const tooFarBehind = 24;

interface Key {
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  readonly text?: string;
  /** 2 is Ctrl. */
  readonly modifiers?: number;
  /** Chromium's editing commands, which a menu would send otherwise. */
  readonly commands?: readonly string[];
}

const named: Readonly<Record<string, Key>> = {
  enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  delete: { key: 'Delete', code: 'Delete', windowsVirtualKeyCode: 46 },
  backquote: { key: '`', code: 'Backquote', windowsVirtualKeyCode: 192, text: '`' },
  space: { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  copy: { key: 'c', code: 'KeyC', windowsVirtualKeyCode: 67, modifiers: 2, commands: ['copy'] },
  paste: { key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, modifiers: 2, commands: ['paste'] },
  hidePreview: { key: 'M', code: 'KeyM', windowsVirtualKeyCode: 77, modifiers: 2 | 8 },
};
export type KeyName = 'enter' | 'delete' | 'backquote' | 'copy' | 'paste' | 'hidePreview';

const letter = (key: string): Key =>
  key === ' ' && named['space'] !== undefined
    ? named['space']
    : {
        key,
        code: `Key${key.toUpperCase()}`,
        windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
        text: key,
      };

/** Resolves when the page has taken the key. */
async function strike(window: Window, key: Key): Promise<void> {
  const { text, commands = [], ...which } = key;
  const down = window.send('Input.dispatchKeyEvent', {
    type: text === undefined ? 'rawKeyDown' : 'keyDown',
    ...which,
    ...(text === undefined ? {} : { text, unmodifiedText: text }),
    commands,
  });
  const up = window.send('Input.dispatchKeyEvent', { type: 'keyUp', ...which });
  await Promise.all([down, up]);
}

export async function press(window: Window, name: KeyName): Promise<void> {
  const key = named[name];
  if (key !== undefined) await strike(window, key);
}

const sentence = 'rain falls on the harbour and the lamps come on one by one along the quay ';

/** Something to type: words of a sentence, from the n-th letter on. */
export const lettersFrom = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => sentence[(from + index) % sentence.length] ?? '').join('');

/**
 * Does something by the clock, without waiting for the page: a blocked page gets a queue, as it does from a person.
 * Stops when the page is far behind. Resolves, with how many were sent, when the page has taken them all.
 */
export async function byTheClock(count: number, act: (index: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const sent: Promise<unknown>[] = [];
  let behind = 0;
  while (sent.length < count && behind < tooFarBehind) {
    behind++;
    sent.push(act(sent.length).finally(() => behind--));
    await pause(begun + sent.length * gap - performance.now());
  }
  await Promise.all(sent);
  return sent.length;
}

/** Resolves with what was typed: less than `text` when the page froze. */
export async function typeByTheClock(window: Window, text: string): Promise<string> {
  return text.slice(0, await byTheClock(text.length, (index) => strike(window, letter(text[index] ?? ' '))));
}

export const type = (window: Window, character: string): Promise<void> => strike(window, letter(character));

/** What an input method shows while a word is written, and the word. */
const updates = ['あ', 'あm', 'あめ', 'あめが', 'あめがf', 'あめがふ', 'あめがふる', '雨が降る'];

/** Composes words by the clock: `count` updates. Each word is committed with its last update's gap. */
export async function composeByTheClock(window: Window, count: number): Promise<void> {
  await byTheClock(count, async (index) => {
    const text = updates[index % updates.length] ?? '';
    const range = { selectionStart: text.length, selectionEnd: text.length };
    const done = window.send('Input.imeSetComposition', { text, ...range });
    if (index % updates.length === updates.length - 1) await window.send('Input.insertText', { text });
    await done;
  });
}
