import type { CommandId } from '../../core/contract/commands.ts';
import { isComposing } from '../is-composing.ts';
import { commandOfKey, writes } from '../key-names.ts';
import type { Frame } from './frame.ts';

export interface InputCallbacks {
  /** A link within the post was followed; the id it names. */
  readonly onAnchor: (id: string) => void;
  /** Any other link was followed; the address as the post has it. */
  readonly onLink: (href: string) => void;
  /** The key of a command was pressed inside the frame. */
  readonly onCommand: (id: CommandId) => void;
  /** A sign was typed behind a command's key, which may be on its way to another place for what is typed. */
  readonly onTyped: (sign: string) => void;
  /** The focus has left the frame. */
  readonly onLeave: () => void;
  /** A click on the text, as a caret: a node and the offset in its text. */
  readonly onPoint: (node: Node, offset: number) => void;
  /** A word was double-clicked, and is selected. */
  readonly onWord: (word: AbstractRange) => void;
  /** The reader did something in the frame that may scroll it; `hovers` when it is no more than a pointer that moves. */
  readonly onActive: (hovers: boolean) => void;
}

/** Listens in the frame. Nothing in it ever navigates. */
export function listen(frame: Frame, callbacks: InputCallbacks): void {
  const { document } = frame;
  document.addEventListener('click', (event) => {
    const link = linkOf(event.target);
    if (link !== null) {
      event.preventDefault();
      follow(link, callbacks);
    } else if (event.detail === 1 && !isControl(event.target)) {
      point(frame, event, callbacks);
    }
  });
  // The middle button would open a window.
  document.addEventListener('auxclick', (event) => {
    const link = linkOf(event.target);
    if (link === null) return;
    event.preventDefault();
    if (event.button === 1) follow(link, callbacks);
  });
  document.addEventListener('dblclick', (event) => {
    const selection = document.getSelection();
    if (
      linkOf(event.target) !== null ||
      selection === null ||
      selection.rangeCount === 0 ||
      selection.isCollapsed
    )
      return;
    callbacks.onWord(selection.getRangeAt(0));
  });
  listenForKeys(frame, callbacks);
  for (const kind of ['wheel', 'pointerdown', 'pointermove', 'touchmove'] as const) {
    document.addEventListener(kind, () => callbacks.onActive(kind === 'pointermove'), { passive: true });
  }
  // A file let go over the frame would be opened in it.
  for (const kind of ['dragover', 'drop'] as const) {
    document.addEventListener(kind, (event) => event.preventDefault());
  }
}

function listenForKeys(
  { document, window }: Frame,
  { onActive, onCommand, onTyped, onLeave }: InputCallbacks,
): void {
  let followsCommand = false;
  document.addEventListener('keydown', (event) => {
    onActive(false);
    const id = isComposing(event) ? undefined : commandOfKey(event);
    if (id !== undefined) {
      event.preventDefault();
      onCommand(id);
      followsCommand = true;
    } else if (!writes(event)) {
      followsCommand &&= event.key === 'Shift';
    } else if (followsCommand) {
      onTyped(event.key);
    }
  });
  window.addEventListener('blur', () => {
    followsCommand = false;
    onLeave();
  });
}

function linkOf(target: EventTarget | null): Element | null {
  const node = target as Node | null;
  const element = node?.nodeType === 1 ? (node as Element) : node?.parentElement;
  return element?.closest('a[href]') ?? null;
}

const isControl = (target: EventTarget | null): boolean =>
  (target as Node | null)?.nodeType === 1 && (target as Element).closest('summary, input') !== null;

function follow(link: Element, { onAnchor, onLink }: InputCallbacks): void {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) onAnchor(decoded(href.slice(1)));
  else onLink(href);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function point(frame: Frame, event: MouseEvent, { onPoint }: InputCallbacks): void {
  // A selection was dragged: the reader wants the text, not a caret.
  if (frame.document.getSelection()?.isCollapsed === false) return;
  if ((event.target as Node).nodeName === 'IMG') {
    onPoint(event.target as Node, 0);
    return;
  }
  const caret = frame.document.caretPositionFromPoint(event.clientX, event.clientY);
  if (caret !== null) onPoint(caret.offsetNode, caret.offset);
}
