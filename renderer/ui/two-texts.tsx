import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { editorPhrases } from '../../core/messages/messages.ts';
import { compareVersions, type Comparison } from '../editor/compare.ts';
import { currentPost } from '../state/current-post.ts';
import { language } from '../state/session.ts';

interface Words {
  readonly mine: string;
  readonly theirs: string;
  readonly takeOne: string;
}

/** The open post's text, which can be edited here, beside another; `comparison` answers what it has become. */
export function TwoTexts({
  theirs,
  words,
  comparison,
}: {
  readonly theirs: string | undefined;
  readonly words: Words;
  readonly comparison: RefObject<Comparison | null>;
}) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const mine = currentPost.value?.text;
    if (host.current === null || mine === undefined || theirs === undefined) return undefined;
    const shown = compareVersions({
      parent: host.current,
      left: { text: mine.sliceString(0), label: words.mine, editable: true },
      right: { text: theirs, label: words.theirs },
      into: 'left',
      words: { takeOne: words.takeOne, phrases: editorPhrases(language.value) },
      nonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '',
    });
    comparison.current = shown;
    return () => shown.destroy();
  }, [theirs]);
  return (
    <>
      <div class="compare-sides" aria-hidden="true">
        <span>{words.mine}</span>
        <span>{words.theirs}</span>
      </div>
      <div ref={host} class="compare" />
    </>
  );
}
