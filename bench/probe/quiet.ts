/** When the document last changed, in any pane. Cheap: only a time is noted. */
export function watchQuiet(rootsNow: () => readonly Element[]) {
  let last = performance.now();
  const note = new MutationObserver(() => (last = performance.now()));
  const observe = (): void => {
    for (const root of rootsNow())
      note.observe(root, { subtree: true, childList: true, characterData: true });
  };
  /** True as soon as no pane has changed for `forMs`; false when that never came within `limit`. */
  return async (forMs: number, limit: number): Promise<boolean> => {
    const begun = performance.now();
    last = begun;
    observe();
    for (;;) {
      const now = performance.now();
      if (now - last >= forMs) break;
      if (now - begun >= limit) {
        note.disconnect();
        return false;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, forMs - (now - last))));
    }
    note.disconnect();
    return true;
  };
}
