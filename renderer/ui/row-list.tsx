import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { page, ShownRows, useRowsInView } from './shown-rows.tsx';

/** A row that can be chosen, or a heading between rows. */
export interface ListRow {
  readonly key: string;
  /** What a screen reader says; undefined for a heading. */
  readonly label: string | undefined;
  readonly content: ComponentChildren;
}

interface Props {
  readonly label: string;
  readonly rows: readonly ListRow[];
  /** CSS pixels, of every row. */
  readonly rowHeight: number;
  /** The chosen row's place; -1 when there is none. */
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly autofocus?: boolean;
}

/** A list to choose from: arrows, Home, End and the page keys move; only rows near the visible ones exist when there are many. */
export function RowList({ label, rows, rowHeight, active, onActive, autofocus = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autofocus) box.current?.focus();
  }, []);
  // The heading above the first row of a day comes into view with it.
  const first = rows[active - 1]?.label === undefined ? active - 1 : active;
  useRowsInView(box, { first, last: active }, rowHeight, rows.length);

  /** Moves to the nearest row that can be chosen, from `to` on in this direction, else back. */
  const move = (to: number, step: 1 | -1): void => {
    const end = rows.length - 1;
    for (let at = Math.min(end, Math.max(0, to)); at >= 0 && at <= end; at += step)
      if (rows[at]?.label !== undefined) return onActive(at);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(active + 1, 1),
    ArrowUp: () => move(active - 1, -1),
    PageDown: () => move(active + page, -1),
    PageUp: () => move(active - page, 1),
    Home: () => move(0, 1),
    End: () => move(rows.length - 1, -1),
  };
  const current = rows[active];
  // Headings are no options: their places are not counted.
  const options = useMemo(() => {
    let count = 0;
    return rows.map(({ label: name }) => (name === undefined ? 0 : (count += 1)));
  }, [rows]);
  return (
    <div
      ref={box}
      class="rows"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      {...(current === undefined ? {} : { 'aria-activedescendant': `row-${current.key}` })}
      onKeyDown={(event) => {
        const act = moves[event.key];
        if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        act();
      }}
    >
      <ShownRows class="rows-inner" box={box} rows={rows} rowHeight={rowHeight}>
        {(row, at) => {
          const style = { height: `${String(rowHeight)}px` };
          if (row.label === undefined)
            return (
              <div key={row.key} class="rows-heading" role="presentation" style={style}>
                {row.content}
              </div>
            );
          return (
            <div
              key={row.key}
              id={`row-${row.key}`}
              class="rows-row"
              role="option"
              aria-label={row.label}
              aria-selected={at === active}
              aria-setsize={Math.max(0, ...options.slice(-1))}
              aria-posinset={options[at]}
              style={style}
              onClick={() => onActive(at)}
            >
              {row.content}
            </div>
          );
        }}
      </ShownRows>
    </div>
  );
}
