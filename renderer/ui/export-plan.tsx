import { useRef } from 'preact/hooks';
import type { BlogProblem, ExportPlan, FileChange, PlannedFile } from '../../core/contract/export.ts';
import { alike } from '../../core/targets/checks/alike.ts';
import { isReachable, showExportProblem } from '../commands/export-problem.ts';
import { messages } from '../state/session.ts';
import { useShownRows } from './shown-rows.tsx';

/** Problems that somebody reads; the rest is counted. */
const longestList = 200;
/** The height of a row in CSS pixels; the same stands in export.css. */
const rowHeight = 26;
/** What needs the author's eye comes first. */
const fileWeight: Record<FileChange, number> = {
  foreign: 0,
  edited: 0,
  removed: 1,
  changed: 2,
  new: 3,
  same: 4,
};
const problemWeight = { error: 0, warning: 1 };

interface Props {
  readonly plan: ExportPlan;
  /** Whether it is a whole blog, where problems name their posts. */
  readonly whole: boolean;
  readonly look: (file: PlannedFile) => void;
}

/** What an export would do: a summary, what to know first, and every file. */
export function ExportPlanView({ plan, whole, look }: Props) {
  const words = messages.value;
  const count = (...changes: readonly FileChange[]): number =>
    plan.files.filter(({ change }) => changes.includes(change)).length;
  const files = plan.files.toSorted((a, b) => fileWeight[a.change] - fileWeight[b.change]);
  return (
    <>
      <p role="status">
        {whole && `${words.exportBlogPosts(plan.posts, plan.drafts)} `}
        {words.exportBlogChanges(
          count('new'),
          count('changed', 'foreign', 'edited'),
          count('removed'),
          plan.unchanged,
        )}
      </p>
      <Problems problems={plan.problems} whole={whole} />
      {files.length > 0 && <Files files={files} look={look} />}
    </>
  );
}

function Problems({
  problems,
  whole,
}: {
  readonly problems: readonly BlogProblem[];
  readonly whole: boolean;
}) {
  const words = messages.value;
  if (problems.length === 0) return null;
  // What stops the export must not be among the rows that are only counted.
  const groups = alike(problems).toSorted(
    (a, b) => problemWeight[a.first.severity] - problemWeight[b.first.severity],
  );
  const shown = groups.slice(0, longestList);
  return (
    <ul class="problems" aria-label={words.exportProblems}>
      {shown.map(({ first, lines }) => (
        <li
          key={`${first.post ?? ''} ${first.kind} ${first.subject}`}
          class={first.severity === 'error' ? 'error-row' : ''}
        >
          <ProblemRow problem={first} lines={lines} whole={whole} />
        </li>
      ))}
      {groups.length > shown.length && (
        <li class="hint">
          <span>{words.exportMore(groups.length - shown.length)}</span>
        </li>
      )}
    </ul>
  );
}

/** A click leads to where the problem is mended, the first of its places, where there is such a place. */
function ProblemRow({
  problem,
  lines,
  whole,
}: {
  readonly problem: BlogProblem;
  readonly lines: readonly number[];
  readonly whole: boolean;
}) {
  const words = messages.value;
  const { post } = problem;
  const text = (
    <>
      {whole && post !== undefined && `${post}: `}
      {lines.length > 0 && `${words.exportLines(lines)}: `}
      {words.exportProblem[problem.kind](problem.subject)}
    </>
  );
  if (!isReachable(problem)) return <span>{text}</span>;
  return (
    <button type="button" title={words.exportToProblem} onClick={() => void showExportProblem(problem)}>
      {text}
    </button>
  );
}

/** Thousands of files: only the rows near the visible ones exist. */
function Files({ files, look }: { readonly files: readonly PlannedFile[]; readonly look: Props['look'] }) {
  const words = messages.value;
  const box = useRef<HTMLDivElement>(null);
  const rows = useShownRows(box, files.length, rowHeight);
  return (
    <div ref={box} class="export-files">
      <div class="export-files-inner" style={{ height: `${String(files.length * rowHeight)}px` }}>
        <ul
          aria-label={words.exportFiles}
          style={{ transform: `translateY(${String(rows.first * rowHeight)}px)` }}
        >
          {files.slice(rows.first, rows.end).map((file) => (
            <li key={file.path}>
              <button type="button" title={words.exportShowFile(file.path)} onClick={() => look(file)}>
                <span class="path">{file.path}</span>
                <span class={`change ${file.change}`}>{words.exportChange[file.change]}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
