import type { TextLine, TextSource } from '../contract/text.ts';

/** A `TextSource` over one string whose line ends are `\n`. Making it costs one pass over the text. */
export const textSource = (text: string): TextSource => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  const line = (number: number): TextLine => {
    const from = starts[number - 1];
    if (from === undefined) throw new RangeError(`No line ${number} in a text of ${starts.length} lines`);
    const next = starts[number];
    const to = next === undefined ? text.length : next - 1;
    return { number, from, to, text: text.slice(from, to) };
  };

  const lineAt = (position: number): TextLine => {
    if (position < 0 || position > text.length) {
      throw new RangeError(`No position ${position} in a text of length ${text.length}`);
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return line(low + 1);
  };

  return {
    length: text.length,
    lines: starts.length,
    line,
    lineAt,
    sliceString: (from, to) => text.slice(from, to),
  };
};
