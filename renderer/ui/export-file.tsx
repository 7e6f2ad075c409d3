import { useEffect, useState } from 'preact/hooks';
import type { FileSide, FileSides, PlannedFile } from '../../core/contract/export.ts';
import type { Failure } from '../../core/contract/failure.ts';
import { failureMessage } from '../../core/messages/failures.ts';
import { readPlannedFile } from '../state/export.ts';
import { language, messages } from '../state/session.ts';
import { sizeText } from './amounts.ts';
import { Difference } from './difference.tsx';

type Shown =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly sides: FileSides }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A closer look at one file of the plan: its text against what lies there, or both images. */
export function ExportFile({ file, back }: { readonly file: PlannedFile; readonly back: () => void }) {
  const words = messages.value;
  const [shown, setShown] = useState<Shown>({ kind: 'reading' });
  useEffect(() => {
    let gone = false;
    void readPlannedFile(file.path).then((answer) => {
      if (gone) return;
      setShown(
        answer.ok ? { kind: 'read', sides: answer.value } : { kind: 'failed', failure: answer.failure },
      );
    });
    return () => {
      gone = true;
    };
  }, [file]);
  return (
    <section class="export-file" aria-label={file.path}>
      <p class="export-file-head">
        <span class="path">{file.path}</span>
        <span class={`change ${file.change}`}>{words.exportChange[file.change]}</span>
      </p>
      {shown.kind === 'reading' && <p class="hint">{words.exportPlanning}</p>}
      {shown.kind === 'failed' && (
        <p class="error" role="alert">
          {failureMessage(shown.failure, language.value)}
        </p>
      )}
      {shown.kind === 'read' && <Sides file={file} sides={shown.sides} />}
      <div class="dialog-actions">
        <button type="button" class="button" ref={(button) => button?.focus()} onClick={back}>
          {words.exportBack}
        </button>
      </div>
    </section>
  );
}

function Sides({
  file,
  sides: { before, after },
}: {
  readonly file: PlannedFile;
  readonly sides: FileSides;
}) {
  const words = messages.value;
  if (before?.kind !== 'image' && after?.kind !== 'image') {
    const now = after ?? before;
    const old = after === undefined ? undefined : before;
    const hint = after === undefined ? words.exportWillGo : before === undefined && words.exportNothingThere;
    if (now?.kind !== 'text' || (old !== undefined && old.kind !== 'text'))
      return <Sizes before={before} after={after} />;
    const same = old !== undefined && old.text === now.text;
    return (
      <>
        {hint !== false && <p class="hint">{hint}</p>}
        {same && <p class="hint">{words.exportSameFile}</p>}
        <Difference label={file.path} before={same ? undefined : old?.text} after={now.text} />
      </>
    );
  }
  return (
    <div class="export-images">
      <Picture label={words.exportBefore} side={before} nothing={words.exportNothingThere} />
      <Picture label={words.exportAfter} side={after} nothing={words.exportWillGo} />
    </div>
  );
}

function Sizes({
  before,
  after,
}: {
  readonly before: FileSide | undefined;
  readonly after: FileSide | undefined;
}) {
  const words = messages.value;
  return (
    <>
      <p class="hint">{words.exportNotShown}</p>
      <p>
        {words.exportBefore}: {before === undefined ? '–' : sizeText(before.size, language.value)}
        <br />
        {words.exportAfter}: {after === undefined ? '–' : sizeText(after.size, language.value)}
      </p>
    </>
  );
}

function Picture({
  label,
  side,
  nothing,
}: {
  readonly label: string;
  readonly side: FileSide | undefined;
  readonly nothing: string;
}) {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (side?.kind !== 'image') return undefined;
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') setAddress(reader.result);
    });
    reader.readAsDataURL(new Blob([new Uint8Array(side.bytes)], { type: side.type }));
    return () => reader.abort();
  }, [side]);
  return (
    <figure>
      {side === undefined ? (
        <p class="hint">{nothing}</p>
      ) : (
        address !== undefined && <img src={address} alt="" />
      )}
      <figcaption>
        {label}
        {side !== undefined && ` · ${sizeText(side.size, language.value)}`}
      </figcaption>
    </figure>
  );
}
