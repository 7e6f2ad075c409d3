import { effect } from '@preact/signals';
import type { TextEdit } from '../../core/contract/text.ts';
import { startReview } from '../review/client.ts';
import type { Place } from '../../core/targets/checks/finding.ts';
import type { About, Report } from '../review/messages.ts';
import { currentPost } from '../state/current-post.ts';
import { lensTarget, lensTargets } from '../state/lens.ts';
import type { PostDocument } from '../state/post-document.ts';
import { caretLine, problemsShown, selectedCharacters } from '../state/review.ts';
import { library } from '../state/session.ts';
import { exportTarget, setLens } from '../state/view.ts';
import { answersEdited, forgetAnswers, hearAnswer, showCount } from './review-answers.ts';
import { atRest, stirred } from './rest.ts';
import { forgetFiles } from './review-files.ts';
import { editor } from './surfaces.ts';

const review = startReview((answer) => {
  hearSelected(answer.report);
  void hearAnswer(answer);
});

/** Switches the comparison with an engine off, or on for the target of the last export; else it is for the author to choose. */
export function toggleLens(): void {
  const last = lensTargets.find((name) => name === exportTarget.value);
  if (lensTarget() !== undefined) setLens(undefined);
  else if (last !== undefined) setLens(last);
  else problemsShown.value = true;
}

/** Reads a post that is shown now; all before is forgotten. */
export function reviewPost(document: PostDocument): void {
  const about = aboutOf(document);
  if (about === undefined) return;
  forgetFiles();
  forgetAnswers();
  review.open(about, () => document.text.sliceString(0));
}

/** With every edit, in the same task. */
export function reviewEdit(edits: readonly TextEdit[]): void {
  review.edited(edits);
  answersEdited(edits);
}

function aboutOf(document: PostDocument): About | undefined {
  const blog = library.value?.blog;
  return blog && { id: document.id.value, blog, target: lensTarget() };
}

/** Follows the post's name, `blog.yaml` and the chosen target. */
let before: About | undefined;
effect(() => {
  const document = currentPost.value;
  const about = document && aboutOf(document);
  if (about === undefined) return;
  const same = before?.id === about.id && before?.blog === about.blog && before?.target === about.target;
  before = about;
  if (!same) review.about(about);
});

/** With every move of the caret: the section and the length of the selection follow when it rests. */
export function followCaret(): void {
  stirred();
  atRest(tellCaret);
  showCount();
}

function tellCaret(): void {
  const selection = editor()?.selection();
  const document = currentPost.peek();
  if (selection === undefined || document === undefined) return;
  const { from, to, line } = selection;
  caretLine.value = line;
  selected = from === to ? undefined : { from, to };
  if (selected === undefined) selectedCharacters.value = 0;
  else review.select(selected);
}

/** What was selected when the caret rested last. */
let selected: Place | undefined;

function hearSelected({ selected: heard }: Report): void {
  if (heard === undefined || selected === undefined) return;
  const { selection, count } = heard;
  if (selection.from === selected.from && selection.to === selected.to)
    selectedCharacters.value = count.characters;
}
