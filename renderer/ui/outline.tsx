import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { goToLine } from '../commands/go-to.ts';
import { editor } from '../commands/surfaces.ts';
import { isComposing } from '../is-composing.ts';
import { currentSection, outline } from '../state/review.ts';
import { messages } from '../state/session.ts';
import { isNarrow, showOutline } from '../state/view.ts';
import { ShownRows, rowAfterKey, useRowsInView } from './shown-rows.tsx';

/** CSS pixels, as in the style sheet. */
const rowHeight = 27;

/** The headings of the post. Arrow keys move, Enter goes there, Escape back to the text; the section of the caret is marked. */
export function Outline() {
  const words = messages.value;
  const entries = outline.value;
  const current = currentSection.value;
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const active = Math.min(entries.length - 1, Math.max(0, chosen ?? current));
  const least = entries.reduce((level, entry) => Math.min(level, entry.level), 6);

  // The caret that comes to rest takes nothing from keys that are the outline's by now.
  useLayoutEffect(() => {
    if (document.activeElement !== box.current) setChosen(undefined);
  }, [current]);
  // With a row around it.
  useRowsInView(box, { first: active - 1, last: active + 1 }, rowHeight);

  // Lying over the text it goes as soon as the author goes back to the text.
  useLayoutEffect(() => {
    const away = ({ target }: Event): void => {
      const inText = target instanceof Element && target.closest('.text-panes') !== null;
      if (inText && target.closest('.outline') === null && isNarrow()) showOutline(false);
    };
    for (const type of ['pointerdown', 'focusin']) document.addEventListener(type, away, true);
    return () => {
      for (const type of ['pointerdown', 'focusin']) document.removeEventListener(type, away, true);
    };
  }, []);

  const go = (at: number): void => {
    const entry = entries[at];
    if (entry === undefined) return;
    goToLine(entry.line);
    if (isNarrow()) showOutline(false);
  };
  return (
    <aside class="outline">
      <h2 class="outline-head">{words.outline}</h2>
      <div
        ref={box}
        class="outline-tree"
        role="tree"
        aria-label={words.outline}
        data-focus="outline"
        tabIndex={0}
        {...(entries.length === 0 ? {} : { 'aria-activedescendant': `outline-${String(active)}` })}
        onBlur={() => setChosen(undefined)}
        onKeyDown={(event) => {
          if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
          const to = rowAfterKey(event.key, active, entries.length);
          if (to !== undefined) setChosen(to);
          else if (event.key === 'Enter') go(active);
          else if (event.key === 'Escape') editor()?.focus();
          else return;
          event.preventDefault();
        }}
      >
        {entries.length === 0 && <p class="outline-empty">{words.outlineEmpty}</p>}
        <ShownRows box={box} rows={entries} rowHeight={rowHeight}>
          {({ level, text }, at) => (
            <div
              key={at}
              id={`outline-${String(at)}`}
              class={`outline-row${at === active ? ' active' : ''}`}
              role="treeitem"
              aria-level={level}
              aria-selected={at === active}
              {...(at === current ? { 'aria-current': 'location' as const } : {})}
              title={text}
              style={{ '--level': String(level - least) }}
              onClick={() => go(at)}
            >
              <span class={text === '' ? 'outline-untitled' : ''}>
                {text === '' ? words.outlineUntitled : text}
              </span>
            </div>
          )}
        </ShownRows>
      </div>
    </aside>
  );
}
