import { useEffect, useState } from 'preact/hooks';

/** Up to this many rows are all kept in the page; find-in-page and screen readers then see the whole list. */
const smallList = 300;
/** Rows kept above and below the visible ones. */
const spare = 10;

/** The half-open range of rows worth having in the page, for rows of one height in a scrolling box. */
export function useShownRows(
  box: { readonly current: HTMLElement | null },
  count: number,
  rowHeight: number,
): { first: number; end: number } {
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
