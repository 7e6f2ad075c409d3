import type { Finding } from '../../core/targets/checks/finding.ts';
import { currentPost } from '../state/current-post.ts';
import { editor, preview } from './surfaces.ts';

/** Puts the caret to a line, 1-based, and both panes with it at their upper edges. */
export function goToLine(line: number): void {
  const text = currentPost.value?.text;
  const pane = editor();
  if (text === undefined || pane === undefined) return;
  const { from, number } = text.line(Math.min(text.lines, Math.max(1, line)));
  pane.select(from, from);
  pane.scrollToLine(number);
  preview()?.scrollToLine(number);
}

/** Puts the caret to what was found, and tells about it there. */
export function goToProblem({ place, line }: Finding): void {
  const text = currentPost.value?.text;
  const pane = editor();
  if (text === undefined || pane === undefined) return;
  if (place !== undefined && place.from <= text.length) pane.revealProblem(place.from);
  else pane.revealLine(line ?? 1);
}
