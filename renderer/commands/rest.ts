/** Milliseconds without a key or a move of the caret after which the author may look up. */
const rest = 150;

const waiting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** The author has just typed or moved the caret. */
export function stirred(): void {
  clearTimeout(timer);
  timer = setTimeout(settle, rest);
}

/** Calls once the author rests: at once when nothing stirs. What waits already does not wait twice. */
export function atRest(act: () => void): void {
  if (timer === undefined) act();
  else waiting.add(act);
}

function settle(): void {
  timer = undefined;
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}
