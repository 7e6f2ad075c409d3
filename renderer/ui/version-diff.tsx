import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { editorPhrases } from '../../core/messages/messages.ts';
import { restorePart } from '../commands/history.ts';
import { compareVersions } from '../editor/compare.ts';
import { language, messages } from '../state/session.ts';

interface Props {
  /** The version's text. */
  readonly then: string;
  /** The text to compare with, as it is when it is asked for. */
  readonly now: () => string;
  /** Whether that is the post in the window, so that parts can come back. */
  readonly isOpen: boolean;
}

/** A version beside the text of now; each difference has a button that brings the version's part back. */
export function VersionDiff({ then, now, isOpen }: Props) {
  const words = messages.value;
  const host = useRef<HTMLDivElement>(null);
  const [round, setRound] = useState(0);
  const [precise, setPrecise] = useState(true);
  const [same, setSame] = useState(false);
  useLayoutEffect(() => {
    let right = now();
    setSame(right === then);
    if (host.current === null) return undefined;
    const comparison = compareVersions({
      parent: host.current,
      left: { text: then, label: words.kept.historyThen },
      right: { text: right, label: isOpen ? words.kept.historyNow : words.kept.historyInTrash },
      into: isOpen ? 'right' : undefined,
      words: { takeOne: words.kept.historyTakePart, phrases: editorPhrases(language.value) },
      onTaken: (edits) => {
        // Another program may have changed the post while this stood here: then it is compared anew.
        if (!restorePart(right, edits)) setRound((number) => number + 1);
        right = comparison.text('right');
      },
      nonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '',
    });
    setPrecise(comparison.precise);
    return () => comparison.destroy();
  }, [then, round]);
  return (
    <>
      <div class="compare-sides" aria-hidden="true">
        <span>{words.kept.historyThen}</span>
        <span>{isOpen ? words.kept.historyNow : words.kept.historyInTrash}</span>
      </div>
      <div ref={host} class="compare" />
      {same && <p class="hint">{words.kept.historySame}</p>}
      {!precise && <p class="hint">{words.kept.historyRough}</p>}
    </>
  );
}
