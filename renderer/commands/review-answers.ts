import { effect } from '@preact/signals';
import type { PostId } from '../../core/contract/post.ts';
import type { FilesFound } from '../../core/contract/review.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import type { TextCount } from '../../core/post/count.ts';
import type { Answer } from '../review/client.ts';
import { mostFindings, type Told } from '../review/messages.ts';
import { movedTold } from '../review/moved-told.ts';
import { byPlace } from '../review/order.ts';
import type { Heading } from '../../core/markdown/outline.ts';
import { changedOutline } from '../review/outline-change.ts';
import { currentPost } from '../state/current-post.ts';
import { hints, outline, problems, textCount } from '../state/review.ts';
import { language } from '../state/session.ts';
import { atRest } from './rest.ts';
import { lookForFiles, problemsOnDisk } from './review-files.ts';
import { marksOf } from './review-marks.ts';
import { editor } from './surfaces.ts';

/** Milliseconds that what was said of the post before stays while a long one is read. */
const staysFor = 250;

/** Batches of edits that what is known may lie behind the text. */
const mostUnsettled = 500;

/** What is known of the shown post. Its places are those of the text before the edits in `since`. */
interface Known {
  readonly told: Told;
  readonly post: PostId | undefined;
  /** What the disk says of it; undefined as long as it was not asked, or could not be. */
  readonly found: FilesFound | undefined;
}

let known: Known | undefined;
let since: (readonly TextEdit[])[] = [];
let headings: readonly Heading[] = [];
let count: TextCount | undefined;
let forgetting: ReturnType<typeof setTimeout> | undefined;
/** Grows with everything that is told, so that an answer of the disk finds what it was asked for. */
let generation = 0;
let marksDue = false;
let waitsForComposition = false;
/** How many edits there were, and which of them was the last one of a composition. */
let edited = 0;
let lastComposed = -1;
/** The count is of a text that was still being composed. */
let countHeld = false;
/** The text has been edited since the one that the last report is about. */
let behind = false;

/** Another post is shown, of which nothing is known yet. */
export function forgetAnswers(): void {
  known = undefined;
  generation += 1;
  since = [];
  headings = [];
  count = undefined;
  clearTimeout(forgetting);
  forgetting = setTimeout(() => {
    problems.value = [];
    hints.value = [];
    outline.value = [];
    textCount.value = undefined;
  }, staysFor);
}

/** With every edit, in the same task. */
export function answersEdited(edits: readonly TextEdit[]): void {
  if (known !== undefined) since.push(edits);
  edited += 1;
  if (editor()?.composing() === true) lastComposed = edited;
  behind = true;
}

export async function hearAnswer({ report, post, since: edits }: Answer): Promise<void> {
  clearTimeout(forgetting);
  if (report.outline !== undefined) headings = changedOutline(headings, report.outline);
  count = report.count;
  // It may have ended while the answer was on its way.
  countHeld = isComposing() || lastComposed >= edited - edits.length;
  behind = edits.length > 0;
  atRest(showCount);
  if (report.told === undefined) {
    // Where nothing is shown, nothing has moved: a key in a post without problems costs no look at its links.
    const isShown = problems.peek().length > 0 || hints.peek().length > 0;
    if (!isShown && report.outline === undefined && since.length < mostUnsettled) return;
    settle();
    show();
    return;
  }
  known = { told: report.told, post, found: undefined };
  generation += 1;
  since = [...edits];
  await lookAgain();
}

/** Asks the disk for what the post refers to, and shows what is known then. */
export async function lookAgain(): Promise<void> {
  if (known === undefined) return;
  const asked = generation;
  const { post, told } = known;
  const found = post === undefined ? undefined : await lookForFiles(post, told);
  // What came meanwhile asks for itself.
  if (asked !== generation) return;
  known = { ...known, found };
  marksDue = true;
  show();
}

/** Brings the places of what is known up to date with the text. */
function settle(): void {
  const text = currentPost.peek()?.text;
  if (known === undefined || text === undefined || since.length === 0) return;
  const told = movedTold(known.told, since, (at) => text.lineAt(Math.min(at, text.length)).number);
  known = { ...known, told };
  since = [];
}

/** Nothing is drawn anew while an IME composes: the author looks at nothing but the candidates. */
function isComposing(): boolean {
  const pane = editor();
  if (pane?.composing() !== true) return false;
  if (!waitsForComposition) {
    waitsForComposition = true;
    pane.afterComposition(() => {
      waitsForComposition = false;
      show();
      showCount();
    });
  }
  return true;
}

/** With the next key, whose frame is drawn anyway, or when the author rests. */
export function showCount(): void {
  // What was composed may be written otherwise now; then the next report is on its way.
  if (count === undefined || (countHeld && behind) || isComposing()) return;
  textCount.value = count;
  count = undefined;
}

function show(): void {
  if (isComposing()) return;
  outline.value = headings;
  if (known === undefined) return;
  const { told, found } = known;
  const onDisk = found === undefined ? [] : problemsOnDisk(told, found);
  const all = [...told.findings, ...onDisk].toSorted(byPlace).slice(0, mostFindings);
  problems.value = all;
  hints.value = told.hints;
  if (!marksDue) return;
  marksDue = false;
  editor()?.showProblems(marksOf(all, told.hints, since));
}

/** What is marked says so in the language of the window. */
effect(() => {
  void language.value;
  marksDue = true;
  show();
});
