import { StateField, type Extension, type Range, type Text, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { shortened, type Span } from './shortened.ts';

/** Characters of an image that is written into the text, from which on they are not shown. */
const longestData = 2000;
/**
 * Characters of a line that are shown: as many as the preview's longest block has. A line that opens is laid out as a whole,
 * before CodeMirror knows how high it is, and the page dies of ten million of them.
 */
const longestLine = 200_000;
/** Of a longer one these are shown at either end. */
const shownEnd = 50_000;

const data = ';base64,';
const noData = /[^\w+/=]/g;

/** The parts of a line that nobody reads, in order: the data of images, or the middle of a line of megabytes. */
export function hiddenIn(line: string): readonly Span[] {
  if (line.length <= longestData) return [];
  const spans: Span[] = [];
  let shown = line.length;
  for (let at = line.indexOf(data); at >= 0;) {
    const from = at + data.length;
    // Looks for what ends it: to match all of it would take memory for each of its characters.
    noData.lastIndex = from;
    const to = noData.exec(line)?.index ?? line.length;
    if (to - from > longestData) {
      spans.push({ from, to });
      shown -= to - from;
    }
    at = line.indexOf(data, to);
  }
  return shown > longestLine ? [{ from: shownEnd, to: line.length - shownEnd }] : spans;
}

function hiddenBetween(doc: Text, from: number, to: number): readonly Range<Decoration>[] {
  const ranges: Range<Decoration>[] = [];
  const [first, last] = [doc.lineAt(from), doc.lineAt(to)];
  let at = first.from;
  for (const line of doc.iterLines(first.number, last.number + 1)) {
    for (const span of hiddenIn(line))
      ranges.push(shortened('…', span.to - span.from).range(at + span.from, at + span.to));
    at += line.length + 1;
  }
  return ranges;
}

function followed(known: DecorationSet, { changes, newDoc }: Transaction): DecorationSet {
  let hidden = known.map(changes);
  changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    const [filterFrom, filterTo] = [newDoc.lineAt(fromB).from, newDoc.lineAt(toB).to];
    const add = hiddenBetween(newDoc, fromB, toB);
    hidden = hidden.update({ filterFrom, filterTo, filter: () => false, add });
  });
  return hidden;
}

/**
 * What nobody reads is shown as its length, and the caret steps over it. The text keeps it. Kept with the state rather than made
 * for the view: only so does CodeMirror know that a line is not as high as its text is long, and lays out no more than is near.
 */
export const longLines: Extension = StateField.define<DecorationSet>({
  create: ({ doc }) => Decoration.set([...hiddenBetween(doc, 0, doc.length)]),
  update(known, transaction) {
    if (!transaction.docChanged) return known;
    // Stands still while an IME composes.
    return transaction.isUserEvent('input.type.compose')
      ? known.map(transaction.changes)
      : followed(known, transaction);
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of((view) => view.state.field(field)),
  ],
});
