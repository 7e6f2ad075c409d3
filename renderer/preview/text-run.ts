/** The text of one node before and after a change. */
export interface TextRun {
  readonly before: string;
  readonly after: string;
}

/**
 * What stands between the same two tags in two pieces of HTML that are equal but for it. Undefined when they differ in
 * more, or when the letters of the HTML are not those of the node.
 */
export function changedRun(before: string, after: string): TextRun | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  const from = before.lastIndexOf('>', start - 1) + 1;
  if (start === 0 || from === 0 || before.lastIndexOf('<', start - 1) >= from) return undefined;
  const runs = { before: runFrom(before, from), after: runFrom(after, from) };
  const isWithin =
    from + runs.before.length >= before.length - same && from + runs.after.length >= after.length - same;
  return isWithin && isPlain(runs.before) && isPlain(runs.after) ? runs : undefined;
}

function runFrom(html: string, from: number): string {
  const to = html.indexOf('<', from);
  return html.slice(from, to < 0 ? html.length : to);
}

/** Neither spelt by references, nor what a parser drops or moves, nor from within a tag. */
const isPlain = (run: string): boolean => /\S/u.test(run) && !/[&">\r\0]/u.test(run);
