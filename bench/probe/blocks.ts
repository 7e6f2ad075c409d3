const inline = new Set(['A', 'ABBR', 'B', 'BR', 'CODE', 'DEL', 'EM', 'I', 'IMG', 'RUBY', 'SPAN', 'STRONG']);

/** Steps a search takes beside the place where the word was last, before it looks everywhere. */
const near = 40;

/**
 * The innermost block (paragraph, list item, line of an editor) that holds a word. `path` remembers child indices from
 * one search to the next, so that looking again costs nothing that grows with the document.
 */
export function blockWith(root: Element, word: string, path: number[]): Element | undefined {
  let block: Element | undefined;
  for (let depth = 0, at: Element = root; ; depth++) {
    const index = childWith(at, word, path[depth]);
    const child = index === undefined ? undefined : at.children[index];
    if (index === undefined || child === undefined || inline.has(child.tagName)) {
      path.length = depth;
      return block;
    }
    path[depth] = index;
    block = child;
    at = child;
  }
}

function childWith(parent: Element, word: string, hint: number | undefined): number | undefined {
  const { children } = parent;
  const holds = (index: number): boolean => children[index]?.textContent?.includes(word) === true;
  if (hint !== undefined) {
    for (let step = 0; step <= near; step++) {
      if (holds(hint + step)) return hint + step;
      if (holds(hint - step)) return hint - step;
    }
  }
  for (let index = 0; index < children.length; index++) if (holds(index)) return index;
  return undefined;
}

/** What follows a word in its block. */
export function textAfter(block: Element, word: string): string {
  const text = block.textContent ?? '';
  return text.slice(text.indexOf(word) + word.length);
}

/**
 * How many blocks after (or before) a block a word stands, counted among the siblings that make up the document; at
 * most `limit`.
 */
export function distance(
  block: Element,
  word: string,
  limit: number,
  direction: 'nextElementSibling' | 'previousElementSibling' = 'nextElementSibling',
): number | undefined {
  let at = topOf(block)[direction];
  for (let count = 1; at !== null && count <= limit; count++) {
    if (at.textContent.includes(word)) return count;
    at = at[direction];
  }
  return undefined;
}

/** The text of the block behind this one. */
export const textBehind = (block: Element): string => topOf(block).nextElementSibling?.textContent ?? '';

/** Some editors wrap each line once more. */
function topOf(block: Element): Element {
  let at = block;
  while (at.nextElementSibling === null && at.previousElementSibling === null && at.parentElement !== null)
    at = at.parentElement;
  return at;
}
