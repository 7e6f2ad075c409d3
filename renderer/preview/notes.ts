import type { TextSource } from '../../core/contract/text.ts';
import { isElement } from './morph.ts';
import { readableIn } from './readable.ts';

/** Of a footnote's text, so much is compared to find it among the others. */
const tellingLength = 24;
/** What may stand before the text of a footnote. */
const noteMarkup = /^\s*(?:\[\^[^\]]*\]:)?[\s*_`~[]*/u;
/** Lines that a footnote is looked for above the one on which it is written. */
const longestNote = 100;

/** The footnote that a line of the source holds the beginning of, among the nodes of the footnotes. */
export function noteAt(source: TextSource, line: number, nodes: readonly Node[]): Element | undefined {
  const { from, to } = source.line(Math.floor(line));
  const text = source.sliceString(from, Math.min(to, from + 400)).replace(noteMarkup, '');
  const notes = nodes.flatMap((node) => (isElement(node) ? [...node.querySelectorAll('li[id^="fn-"]')] : []));
  return notes.find((note) => {
    const read = readableIn([note]).find((one) => one.text.trim() !== '');
    const head = read?.text.trim().slice(0, tellingLength) ?? '';
    return head !== '' && text.startsWith(head);
  });
}

/** The line on which the footnote begins that a line belongs to: those that go on are set in, or empty. */
export function firstLineOfNote(source: TextSource, line: number): number {
  let first = Math.min(line, source.lines);
  const goesOn = (number: number): boolean => {
    const { from, to } = source.line(number);
    return /^(?:[ \t]|$)/u.test(source.sliceString(from, Math.min(to, from + 1)));
  };
  while (first > 1 && first > line - longestNote && goesOn(first)) first -= 1;
  return first;
}
