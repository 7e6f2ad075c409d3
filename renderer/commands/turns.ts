import { signal } from '@preact/signals';

/**
 * What a turn does: change the post, for an author who stays where they are or goes on in the text; a command, which may
 * move the focus; or a key.
 */
export type TurnKind = 'show' | 'write' | 'command' | 'key';

interface Turn {
  readonly kind: TurnKind;
  readonly act: (goesOn: () => boolean) => void | Promise<void>;
  /** See `inTurn`. */
  readonly path: (() => string) | undefined;
}

/** Milliseconds after which an author who waits for a turn is told what for. */
const patience = 4000;

/** What the author waits for by now, a file or a folder, and the way out; undefined while nothing takes long. */
export const longWait = signal<{ readonly path: string; readonly stop: () => void } | undefined>(undefined);

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

/** Whether keys from everywhere but a field are meant for what is on its way, and not only those of the text. */
export const heldEverywhere = (): boolean =>
  running?.kind === 'write' || waiting.some(({ kind }) => kind === 'write' || kind === 'command');

/** Whether a command waits that may give the focus to something else than has it now. */
export const commandWaits = (): boolean => waiting.some(({ kind }) => kind === 'command');

/**
 * Does this when all before it is done; at once, when there is nothing. A turn that waits for a turn that was not begun
 * in its own first task waits for ever. One with a `path`, which a dead network share may never answer for, can be
 * stopped by the author: what waits behind it goes on, and what it does later must change nothing once `goesOn` is false.
 */
export function inTurn<T>(
  kind: TurnKind,
  act: (goesOn: () => boolean) => T | Promise<T>,
  path?: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const turn: Turn = { kind, act: (goesOn) => attempt(() => act(goesOn)).then(resolve, reject), path };
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
    const done = turn.act(() => running === turn);
    within = false;
    // What a turn asks for itself comes before what waits behind it.
    waiting.push(...behind);
    await endOf(turn, done);
  }
  running = undefined;
}

async function endOf({ path }: Turn, done: void | Promise<void>): Promise<void> {
  if (path === undefined) return done;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopped = new Promise<void>((stop) => {
    timer = setTimeout(() => {
      longWait.value = { path: path(), stop };
    }, patience);
  });
  await Promise.race([done, stopped]);
  clearTimeout(timer);
  longWait.value = undefined;
}
