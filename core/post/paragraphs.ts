/** A stretch of text that is merged as one, and what stands between it and the next. */
export interface Paragraph {
  readonly text: string;
  /** The line end and the blank lines behind it. */
  readonly gap: string;
}

export interface Paragraphs {
  /** `gap` of the last one is what would stand there if another followed. */
  readonly list: readonly Paragraph[];
  /** What really stands behind the last one: the end of the text. */
  readonly end: string;
}

const fence = /^(?:---|\+\+\+)[ \t]*$/;
const listItem = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const heading = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const blank = /^[ \t]*$/;

/** Cuts a text with `\n` line ends at blank lines, list items, headings and the lines of the front matter. */
export function paragraphsOf(text: string): Paragraphs {
  const lines = text.split('\n');
  const header = headerLines(lines);
  const list: { text: string; gap: string }[] = [];
  let gapOpen = true;
  for (const [index, line] of lines.entries()) {
    const last = list.at(-1);
    if (index > 0 && last) last.gap += '\n';
    if (blank.test(line) && index >= header) {
      if (last) last.gap += line;
      else list.push({ text: '', gap: line });
      gapOpen = true;
    } else if (
      !last ||
      gapOpen ||
      index <= header ||
      listItem.test(line) ||
      heading.test(line) ||
      heading.test(lines[index - 1] ?? '')
    ) {
      list.push({ text: line, gap: '' });
      gapOpen = false;
    } else {
      last.text += last.gap + line;
      last.gap = '';
    }
  }
  const last = list.at(-1);
  const end = last?.gap ?? '';
  if (last) last.gap = lines.length <= header ? '\n' : '\n\n';
  return { list, end };
}

/** The paragraphs as one text; `end` stands for the gap of the last. */
export function joined(list: readonly Paragraph[], end?: string): string {
  return list.map(({ text, gap }, index) => text + (index === list.length - 1 ? (end ?? gap) : gap)).join('');
}

/** How many lines the front matter has, its fences included. */
function headerLines(lines: readonly string[]): number {
  if (!fence.test(lines[0] ?? '')) return 0;
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === lines[0]?.trimEnd());
  return close + 1;
}
