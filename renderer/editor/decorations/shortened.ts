import type { Extension } from '@codemirror/state';
import { Decoration, WidgetType, type DecorationSet, type EditorView } from '@codemirror/view';
import { restingDecorations, textMoved } from './resting.ts';

/** A part of a line, in characters from its start. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

class CountWidget extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: CountWidget): boolean {
    return other.text === this.text;
  }

  toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-shortened';
    element.textContent = this.text;
    return element;
  }
}

/** Stands for text that is not shown: a sign, and how many characters it is. */
export const shortened = (sign: string, length: number): Decoration =>
  Decoration.replace({ widget: new CountWidget(`${sign}×${String(length)}`) });

/** Shows parts of the lines in view as their length. `partsOf` answers them in order; the text keeps them. */
export function shortenedInLines(sign: string, partsOf: (line: string) => readonly Span[]): Extension {
  const build = (view: EditorView): DecorationSet => {
    const ranges = [];
    let seen = -1;
    for (const { from, to } of view.visibleRanges) {
      for (let at = Math.max(from, seen + 1); at <= to; at = seen + 1) {
        const line = view.state.doc.lineAt(at);
        seen = line.to;
        for (const part of partsOf(line.text))
          ranges.push(shortened(sign, part.to - part.from).range(line.from + part.from, line.from + part.to));
      }
    }
    return Decoration.set(ranges);
  };
  return restingDecorations(build, textMoved);
}
