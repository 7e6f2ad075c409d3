import type { EditorState, StateCommand } from '@codemirror/state';
import type { TextEdit } from '../../../core/contract/text.ts';
import { closingFence } from './code-fence.ts';
import { changesOf } from './list-edit.ts';
import { outdentItem } from './list-moves.ts';
import { regionOf, type Region } from './list-region.ts';
import { contentColumn, isBlank, parseRow, prefixOf, quoteOf, taskBox, type Row } from './list-row.ts';
import { inProse } from './prose.ts';

/** Where the caret is: at `at`, in the line of `row`. */
interface Place {
  readonly state: EditorState;
  readonly at: number;
  readonly region: Region;
  readonly row: Row;
}

interface Edit {
  readonly changes: readonly TextEdit[];
  /** The caret lands behind what replaces the text that ends here, less `back` characters. */
  readonly end: number;
  readonly back?: number;
}

/** Whether a blank line parts an item from the one before it in the same list: then the next is parted too. */
function isLoose({ rows }: Region, item: Row): boolean {
  const before = rows.slice(0, rows.indexOf(item));
  const above = before.findLast((row) => row.marker !== undefined && row.parent === item.parent);
  const last = before.at(-1);
  if (above?.marker === undefined || last === undefined || !isBlank(last)) return false;
  if (above.marker.sign !== item.marker?.sign) return false;
  // A number that starts again starts a list of its own.
  return item.marker.number === undefined || item.marker.number === (above.marker.number ?? 0) + 1;
}

/** Splits an item at the caret: what follows is the next item's, a task when this one is. */
function splitItem({ state, at, region, row }: Place, marker: NonNullable<Row['marker']>): Edit {
  const line = state.doc.lineAt(at);
  const before = line.text.slice(0, at - line.from).trimEnd();
  const after = line.text.slice(at - line.from).trimStart();
  const box = taskBox(row.rest) === undefined ? '' : '[ ] ';
  const gap = Math.min(4, Math.max(1, marker.gap));
  const next: Row = { ...row, line: undefined, text: '', rest: box + after, marker: { ...marker, gap } };
  const others = changesOf(state, region, () => {
    for (const inner of region.rows) if (inner.parent === row) inner.parent = next;
    region.rows.splice(region.rows.indexOf(row) + 1, 0, next);
  });
  const blank = isLoose(region, row) ? `\n${row.quote.trimEnd()}` : '';
  const end = line.to - after.length;
  const insert = `${blank}\n${prefixOf(next)}${box}`;
  return { changes: [...others, { from: line.from + before.length, to: end, insert }], end };
}

/** An empty item goes one level out; an outermost one ends the list, by the blank line that Markdown needs for it. */
function leaveItem({ state, at, region, row }: Place): Edit {
  const line = state.doc.lineAt(at);
  const replace = (insert: string): TextEdit => ({ from: line.from, to: line.to, insert });
  if (row.parent === undefined) {
    const above = region.rows[region.rows.indexOf(row) - 1];
    const parted = above === undefined || isBlank(above);
    return { changes: [replace(parted ? row.quote : `${row.quote.trimEnd()}\n${row.quote}`)], end: line.to };
  }
  const moved = changesOf(state, region, () => outdentItem(region, row));
  const others = moved.filter(({ from, to }) => to < line.from || from > line.to);
  return { changes: [...others, replace(prefixOf(row) + (taskBox(row.rest) ?? ''))], end: line.to };
}

/** A quoted line goes on; an empty one leaves the innermost quote, by a blank line as well. */
function continueQuote({ state, at, row }: Place): Edit {
  const line = state.doc.lineAt(at);
  if (!isBlank(row)) {
    const insert = `\n${row.quote}${' '.repeat(row.indent)}`;
    const white = /[ \t]*$/u.exec(line.text.slice(0, at - line.from))?.[0].length ?? 0;
    return { changes: [{ from: at - white, to: at, insert }], end: at };
  }
  const outer = row.quote.replace(/>[ \t]?$/u, '');
  const above = line.number > 1 ? quoteOf(state.doc.line(line.number - 1).text) : '';
  const insert = above === '' ? outer : `${outer.trimEnd()}\n${outer}`;
  return { changes: [{ from: line.from, to: line.to, insert }], end: line.to };
}

function continueAt(place: Place): Edit | undefined {
  const { state, at, row } = place;
  const offset = at - state.doc.lineAt(at).from;
  // A mark with nothing behind it, not even a space, may be the end of a sentence.
  if (row.marker !== undefined && row.marker.gap > 0) {
    const box = taskBox(row.rest) ?? '';
    const start = row.text.length - row.rest.length + box.length;
    if (row.rest.slice(box.length).trim() === '')
      return offset >= row.quote.length ? leaveItem(place) : undefined;
    return offset >= start ? splitItem(place, row.marker) : undefined;
  }
  return row.quote !== '' && offset >= row.quote.length ? continueQuote(place) : undefined;
}

/** In fenced code: closes a fence that was just opened, and keeps the quote marks in front of the code. */
function continueCode(state: EditorState, at: number): Edit | undefined {
  const line = state.doc.lineAt(at);
  const closing = closingFence(state, at);
  if (closing !== undefined) {
    const last = `\n${closing.prefix}${closing.fence}`;
    return {
      changes: [{ from: at, to: at, insert: `\n${closing.prefix}${last}` }],
      end: at,
      back: last.length,
    };
  }
  const quote = quoteOf(line.text);
  if (quote === '' || at - line.from < quote.length) return undefined;
  const white = /^[ \t]*/u.exec(line.text.slice(quote.length))?.[0] ?? '';
  return { changes: [{ from: at, to: at, insert: `\n${quote}${white}` }], end: at };
}

/** Enter: goes on with the list, task list or quote that the caret is in, and ends it in an empty line of it. */
export const continueMarkup: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  if (state.readOnly || !main.empty || ranges.length > 1) return false;
  const at = main.head;
  const line = state.doc.lineAt(at);
  const region = regionOf(state.doc, line.number, line.number);
  const row = region.rowAt(line.number) ?? parseRow(line.text, line.number, false);
  const edit = inProse(state, at) ? continueAt({ state, at, region, row }) : continueCode(state, at);
  if (edit === undefined) return false;
  const changes = state.changes([...edit.changes]);
  const anchor = changes.mapPos(edit.end, 1) - (edit.back ?? 0);
  dispatch(state.update({ changes, selection: { anchor }, scrollIntoView: true, userEvent: 'input' }));
  return true;
};

/** Shift-Enter: a new line of the same item or quote. */
export const newlineInItem: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection;
  if (state.readOnly || ranges.length > 1 || !inProse(state, main.from)) return false;
  const line = state.doc.lineAt(main.from);
  const row = parseRow(line.text, line.number, false);
  if (main.from - line.from < line.length - row.rest.length) return false;
  const insert = `\n${row.quote}${' '.repeat(contentColumn(row))}`;
  dispatch(state.update(state.replaceSelection(insert), { scrollIntoView: true, userEvent: 'input' }));
  return true;
};
