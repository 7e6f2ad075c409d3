let tell: () => void = () => undefined;

/** Resolves when the window's first text is painted: what it did not need begins then, and not beside it. */
export const textPainted = new Promise<void>((resolve) => {
  tell = resolve;
});

/** Called in the task that puts the first text into the window. */
export function textShown(): void {
  requestAnimationFrame(() => void scheduler.postTask(tell, { priority: 'user-visible' }));
}
