/** One replacement in a text: the characters from `from` to `to` (half open) become `insert`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * A text that can be read in parts without being joined into one string.
 * CodeMirror's `Text` has this shape, so the window hands its document over as it is; `textSource` makes one from a string.
 * Positions are UTF-16 units, lines are 1-based, line ends are `\n`.
 */
export interface TextSource {
  readonly length: number;
  readonly lines: number;
  /** Texts that it is made of, joined by line ends; they stay the same where an edit does not touch them. */
  readonly children?: readonly TextSource[] | null;
  line(number: number): TextLine;
  lineAt(position: number): TextLine;
  sliceString(from: number, to?: number): string;
}

export interface TextLine {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
