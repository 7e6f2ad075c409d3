import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Up to this many rows are all kept in the page; find-in-page and screen readers then see the whole list. */
const smallList = 300;
/** Rows kept above and below the visible ones. */
const spare = 10;
/** Rows that page keys are worth. */
export const page = 10;

type Box = { readonly current: HTMLElement | null };

interface Props<Row> {
  /** What scrolls. */
  readonly box: Box;
  readonly rows: readonly Row[];
  /** CSS pixels, of every row. */
  readonly rowHeight: number;
  readonly class?: string;
  /** A row and its place among all; it has a key. */
  readonly children: (row: Row, at: number) => ComponentChildren;
}

/** As much room as all rows need, and in it those near the visible ones. */
export function ShownRows<Row>({ box, rows, rowHeight, class: className, children }: Props<Row>) {
  const { first, end } = useShownRows(box, rows.length, rowHeight);
  return (
    <div class={className} role="presentation" style={{ height: `${String(rows.length * rowHeight)}px` }}>
      <div role="presentation" style={{ transform: `translateY(${String(first * rowHeight)}px)` }}>
        {rows.slice(first, end).map((row, index) => children(row, first + index))}
      </div>
    </div>
  );
}

/** Scrolls the box when other rows are to be seen, or `anew` changes; nothing happens for a `last` below 0. */
export function useRowsInView(
  box: Box,
  { first, last }: { readonly first: number; readonly last: number },
  rowHeight: number,
  anew?: number,
): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || last < 0) return;
    const [top, bottom] = [first * rowHeight, (last + 1) * rowHeight];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight)
      element.scrollTop = bottom - element.clientHeight;
  }, [first, last, anew]);
}

/** Where a key leads from one of `count` rows; undefined for a key that does not move. */
export function rowAfterKey(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(count - 1, active + page);
    case 'PageUp':
      return Math.max(0, active - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The half-open range of rows worth having in the page, for rows of one height in a scrolling box. */
export function useShownRows(box: Box, count: number, rowHeight: number): { first: number; end: number } {
  const [range, setRange] = useState({ first: 0, end: 60 });
  useEffect(() => {
    const element = box.current;
    if (element === null || count <= smallList) return;
    const look = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const end = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + spare;
      setRange((now) => (now.first === first && now.end === end ? now : { first, end }));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [count, rowHeight]);
  return count <= smallList ? { first: 0, end: count } : range;
}
