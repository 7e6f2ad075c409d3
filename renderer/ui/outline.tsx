import { useEffect, useRef, useState } from 'preact/hooks';
import { goToLine } from '../commands/go-to.ts';
import { isComposing } from '../is-composing.ts';
import { currentSection, outline } from '../state/review.ts';
import { messages } from '../state/session.ts';
import { showOutline } from '../state/view.ts';
import { useShownRows } from './shown-rows.ts';

/** CSS pixels, as in the style sheet. */
const rowHeight = 27;

/** Where the outline lies over the text, as in the style sheet: it goes once it has served. */
const narrow = matchMedia('(width < 900px)');

/** The headings of the post. Arrow keys move, Enter goes there; the section of the caret is marked. */
export function Outline() {
  const words = messages.value;
  const entries = outline.value;
  const current = currentSection.value;
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const active = Math.min(entries.length - 1, Math.max(0, chosen ?? current));
  const rows = useShownRows(box, entries.length, rowHeight);
  const least = entries.reduce((level, entry) => Math.min(level, entry.level), 6);

  useEffect(() => setChosen(undefined), [current]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const top = active * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top - rowHeight;
    else if (top + 2 * rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 2 * rowHeight - element.clientHeight;
  }, [active]);

  const move = (to: number): void => setChosen(Math.min(entries.length - 1, Math.max(0, to)));
  const go = (at: number): void => {
    const entry = entries[at];
    if (entry === undefined) return;
    goToLine(entry.line);
    if (narrow.matches) showOutline(false);
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
        onKeyDown={(event) => {
          if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
          if (event.key === 'ArrowDown') move(active + 1);
          else if (event.key === 'ArrowUp') move(active - 1);
          else if (event.key === 'Home') move(0);
          else if (event.key === 'End') move(entries.length - 1);
          else if (event.key === 'Enter') go(active);
          else return;
          event.preventDefault();
        }}
      >
        {entries.length === 0 && <p class="outline-empty">{words.outlineEmpty}</p>}
        <div role="presentation" style={{ height: `${String(entries.length * rowHeight)}px` }}>
          <div role="presentation" style={{ transform: `translateY(${String(rows.first * rowHeight)}px)` }}>
            {entries.slice(rows.first, rows.end).map(({ level, text }, index) => {
              const at = rows.first + index;
              return (
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
              );
            })}
          </div>
        </div>
      </div>
    </aside>
  );
}
