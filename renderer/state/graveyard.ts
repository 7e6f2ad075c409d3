import type { Burial, LostText } from '../../core/contract/graveyard.ts';
import type { Result } from '../../core/contract/failure.ts';
import type { PostId } from '../../core/contract/post.ts';
import type { TextSource } from '../../core/contract/text.ts';
import { request } from '../api.ts';
import { currentPost, currentTitle } from './current-post.ts';
import { notify } from './notices.ts';
import { listedTitle } from './posts.ts';

/** Characters beyond which a deleted text is kept. */
const least = 20;
/** Milliseconds from a deletion to its keeping, in which it may be pasted back. */
const mourning = 3000;
/** Kept texts that are looked for in what is put in later: so many, of so many characters at most. */
const remembered = 50;
const rememberedLength = 500_000;

interface Waiting extends Omit<Burial, 'text' | 'id'> {
  readonly pieces: readonly TextSource[];
}

let waiting: Waiting[] = [];
let gained: TextSource[] = [];
let recent: Burial[] = [];
let troubled = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Hears of what the editor's edits delete and put in; nothing is done with it before typing has had its turn. */
export function noteTurnover(turnover: {
  readonly lost: readonly TextSource[];
  readonly gained: readonly TextSource[];
}): void {
  gained.push(...turnover.gained);
  if (turnover.lost.length > 0) {
    const post = currentPost.value?.id.value;
    waiting.push({
      pieces: turnover.lost,
      at: Date.now(),
      post,
      title: currentTitle.value ?? listedTitle(post),
    });
  }
  timer ??= setTimeout(() => requestIdleCallback(() => void buryDeleted()), mourning);
}

/** Hands over what was deleted and not put in again. Called when typing rests, and when a post is left. */
export async function buryDeleted(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const back = gained.map(textOf);
  const isBack = (text: string): boolean =>
    text.trim() !== '' && back.some((put) => put.includes(text.trim()));
  const lost = waiting.map(({ pieces, ...about }): Burial => {
    // A replace-all takes the same words many times.
    const texts = [...new Set(pieces.map(textOf))].filter((text) => !isBack(text));
    return { ...about, id: newId(), text: texts.join('\n') };
  });
  [waiting, gained] = [[], []];
  const burials = lost.filter(({ text }) => text.trim().length > least);
  const revived = recent.filter(({ text }) => isBack(text));
  recent = [...recent.filter((burial) => !revived.includes(burial)), ...burials]
    .filter(({ text }) => text.length <= rememberedLength)
    .slice(-remembered);
  if (revived.length > 0) {
    const ids = revived.map(({ id }) => id);
    tell(await request('graveyard.revive', ids));
  }
  if (burials.length > 0) tell(await request('graveyard.bury', burials));
}

/** Keeps the whole text of the open post, the file of which is gone. False when it could not be kept. */
export async function buryOpenPost(text: TextSource): Promise<boolean> {
  const post = currentPost.value?.id.value;
  const title = currentTitle.value ?? listedTitle(post);
  const burial = { id: newId(), text: textOf(text), at: Date.now(), post, title };
  const answer = await request('graveyard.bury', [burial]);
  if (answer.ok) notify({ kind: 'letGo', title });
  tell(answer);
  return answer.ok;
}

/** A failure is said once, until it works again. */
function tell(answer: Result<void>): void {
  if (!answer.ok && !troubled) notify({ kind: 'historyTrouble', failure: answer.failure });
  troubled = !answer.ok;
}

const textOf = (source: TextSource): string => source.sliceString(0);

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Deleted texts that hold every word of the query, newest first, of one post or of all. */
export const findDeleted = (query: string, post: PostId | undefined): Promise<Result<readonly LostText[]>> =>
  request('graveyard.find', query, post);

export const readDeleted = (id: string): Promise<Result<string>> => request('graveyard.read', id);
