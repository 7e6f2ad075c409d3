import { effect } from '@preact/signals';
import type { TargetName } from '../../core/contract/export.ts';
import { targetNames } from '../../core/contract/export.ts';
import type { FilesFound } from '../../core/contract/review.ts';
import type { TextEdit } from '../../core/contract/text.ts';
import { countText } from '../../core/post/count.ts';
import { deadLinks } from '../../core/targets/checks/links.ts';
import type { Finding } from '../../core/targets/checks/finding.ts';
import type { LensMark } from '../../core/targets/lens/lens.ts';
import type { ProblemMark } from '../editor/problems/marks.ts';
import { startReview, type Answer } from '../review/client.ts';
import { mostFindings, type About, type Report } from '../review/messages.ts';
import { byPlace } from '../review/order.ts';
import { placeAfter, type Batches } from '../review/since.ts';
import { currentPost } from '../state/current-post.ts';
import type { PostDocument } from '../state/post-document.ts';
import {
  caretLine,
  hints,
  outline,
  problems,
  problemsShown,
  selectedCharacters,
  textCount,
} from '../state/review.ts';
import { language, library, messages } from '../state/session.ts';
import { exportTarget, lens, setLens } from '../state/view.ts';
import { forgetFiles, lookForFiles } from './review-files.ts';
import { editor } from './surfaces.ts';

/** Targets without a parser of their own; the table of them would bring every engine into the window. */
const asTheyAre = new Set<TargetName>(['html', 'html-single', 'fragment', 'markdown']);

const review = startReview((answer) => void hear(answer));

/** Switches the comparison with an engine off, or on for the target of the last export; else it is for the author to choose. */
export function toggleLens(): void {
  const last = lensTargets.find((name) => name === exportTarget.value);
  if (lensTarget() !== undefined) setLens(undefined);
  else if (last !== undefined) setLens(last);
  else problemsShown.value = true;
}

/** Milliseconds after which a moved caret is followed. */
const restsAfter = 150;

/** Reads a post that is shown now; all before is forgotten. */
export function reviewPost(document: PostDocument): void {
  const about = aboutOf(document);
  if (about === undefined) return;
  forgetFiles();
  shown = undefined;
  review.open(about, () => document.text.sliceString(0));
}

/** With every edit, in the same task. */
export function reviewEdit(edits: readonly TextEdit[]): void {
  review.edited(edits);
}

function aboutOf(document: PostDocument): About | undefined {
  const blog = library.value?.blog;
  return blog && { id: document.id.value, blog, target: lensTarget() };
}

export const lensTarget = (): TargetName | undefined => targetNames.find((name) => name === lens.value);

/** The targets whose engines parse the text again. */
export const lensTargets: readonly TargetName[] = targetNames.filter((name) => !asTheyAre.has(name));

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

async function hear({ report, post, since }: Answer): Promise<void> {
  const found = post === undefined ? undefined : await lookForFiles(post, report);
  const edits = since();
  if (edits === undefined) return;
  if (report.outline !== undefined) outline.value = report.outline;
  textCount.value = report.count;
  const all = [...report.findings, ...(found === undefined ? [] : onDisk(report, found))]
    .toSorted(byPlace)
    .slice(0, mostFindings);
  if (JSON.stringify(all) !== JSON.stringify(problems.value)) problems.value = all;
  hints.value = report.hints;
  show({ problems: all, hints: report.hints }, edits);
}

/** What an export would say of the files that a post refers to. */
function onDisk({ links, images }: Report, found: FilesFound): readonly Finding[] {
  const paths = [...new Set(links.map(({ path }) => path))];
  const dead = new Set(paths.filter((_, at) => found.links[at] === false));
  return [
    ...deadLinks(links, ({ path }) => (dead.has(path) ? 'dead' : 'there')),
    ...images.flatMap(({ address, line, place }, at): readonly Finding[] => {
      const kind = found.images[at] ?? 'there';
      return kind === 'there' ? [] : [{ severity: 'error', kind, line, subject: address, place, fix: [] }];
    }),
  ];
}

let shown: Shown | undefined;

interface Shown {
  readonly problems: readonly Finding[];
  readonly hints: readonly LensMark[];
}

function show(found: Shown, since: Batches): void {
  shown = found;
  editor()?.showProblems([
    ...found.problems.flatMap((problem) => placed(problemMark(problem), since)),
    ...found.hints.flatMap((hint) => placed(hintMark(hint), since)),
  ]);
}

function problemMark({ kind, severity, subject, place, fix }: Finding): ProblemMark | undefined {
  const words = messages.peek();
  const labels: Readonly<Record<string, string>> = words.problemFix;
  const text = words.exportProblem[kind](subject);
  const mend = fix.length === 0 ? undefined : { label: labels[kind] ?? words.fix, edits: fix };
  return place && { ...place, kind: severity, text, fix: mend };
}

function hintMark({ kind, place, fix }: LensMark): ProblemMark {
  const words = messages.peek();
  const target = lensTarget();
  const text = words.lensHints[kind](target === undefined ? '' : words.exportTargets[target]);
  return {
    ...place,
    kind: 'hint',
    text,
    fix: fix.length === 0 ? undefined : { label: words.lensFix, edits: fix },
  };
}

/** A mark where its text is after some edits; none when they touched it. */
function placed(mark: ProblemMark | undefined, since: Batches): ProblemMark[] {
  const place = mark && placeAfter(mark, since);
  if (mark === undefined || place === undefined) return [];
  const by = place.from - mark.from;
  const edits = mark.fix?.edits.map((edit) => ({ ...edit, from: edit.from + by, to: edit.to + by }));
  const fix = mark.fix && edits && { label: mark.fix.label, edits };
  return [{ ...mark, ...place, fix }];
}

/** What is marked says so in the language of the window. */
effect(() => {
  void language.value;
  if (shown !== undefined) show(shown, []);
});

let following = false;
let lastMove = 0;

/** With every move of the caret: the section and the length of the selection follow when it rests. */
export function followCaret(): void {
  lastMove = performance.now();
  if (following) return;
  following = true;
  setTimeout(atRest, restsAfter);
}

function atRest(): void {
  const left = lastMove + restsAfter - performance.now();
  following = left > 1;
  if (following) setTimeout(atRest, left);
  else tellCaret();
}

function tellCaret(): void {
  const selection = editor()?.selection();
  const document = currentPost.peek();
  if (selection === undefined || document === undefined) return;
  const { from, to, line } = selection;
  caretLine.value = line;
  const text = document.text.sliceString(from, to);
  selectedCharacters.value = text === '' ? 0 : countText(text).characters;
}
