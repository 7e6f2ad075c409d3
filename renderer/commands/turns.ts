/** Which keys wait for a change of the post: those pressed in the text, or all but those of a field. */
export type HeldFrom = 'text' | 'anywhere';

interface Turn {
  readonly from: HeldFrom;
  readonly act: () => void | Promise<void>;
}

/**
 * Changes of the post that is shown, and what the author asked for behind them, one after the other: the post that was
 * asked for last is the one that stays, and what follows is meant for it.
 */
const waiting: Turn[] = [];
let running: Turn | undefined;
/** A turn is being called: what it asks for in this task is a part of it. */
let within = false;

/** Whether a post is on its way, so that what is asked for now has to wait for its turn. */
export const mustWait = (): boolean => running !== undefined && !within;

export const heldFrom = (): HeldFrom =>
  running?.from === 'anywhere' || waiting.some(({ from }) => from === 'anywhere') ? 'anywhere' : 'text';

/**
 * Does this when all before it is done; at once, when there is nothing. A turn that waits for a turn that was not begun
 * in its own first task waits for ever.
 */
export function inTurn<T>(from: HeldFrom, act: () => T | Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const turn: Turn = { from, act: () => attempt(act).then(resolve, reject) };
    waiting.push(turn);
    if (running === undefined) void takeTurns();
  });
}

async function attempt<T>(act: () => T | Promise<T>): Promise<T> {
  return act();
}

async function takeTurns(): Promise<void> {
  for (let turn = waiting.shift(); turn !== undefined; turn = waiting.shift()) {
    running = turn;
    const behind = waiting.splice(0);
    within = true;
    const done = turn.act();
    within = false;
    // What a turn asks for itself comes before what waits behind it.
    waiting.push(...behind);
    await done;
  }
  running = undefined;
}
