/**
 * Does something that takes the focus back from a frame which a click has just given it to. The window may hear of the click
 * before it hears of the focus: then it is done once more when that has come, unless the author went on meanwhile.
 */
export function takeFocus(frame: HTMLIFrameElement, act: () => void): void {
  const { ownerDocument: document } = frame;
  const window = document.defaultView;
  const isThere = (): boolean => document.activeElement === frame;
  const isEarly = !isThere();
  act();
  if (!isEarly) return;
  const over = new AbortController();
  const listen = (kind: string, heard: () => void): void =>
    window?.addEventListener(kind, heard, { signal: over.signal, capture: true });
  const end = (): void => over.abort();
  for (const kind of ['keydown', 'pointerdown']) listen(kind, end);
  listen('blur', () => {
    // While the browser moves the focus to another frame it takes no other wish, and lets two frames believe to have it.
    void scheduler.postTask(
      () => {
        if (over.signal.aborted || !isThere()) return;
        end();
        act();
      },
      { priority: 'user-blocking' },
    );
  });
}
