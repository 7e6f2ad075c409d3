import { tags } from '@lezer/highlight';
import type { InlineContext, MarkdownConfig } from '@lezer/markdown';
import { longestRuby, rubyIn } from '../../../core/markdown/syntax/ruby.ts';

const brace = 0x7b;
const bracket = 0x5b;
const colon = 0x3a;
const lineEnd = 0x0a;

const contents = '[[toc]]';
/** The signs of a container, with the name behind those that open it, and that of a definition. */
const lineMark = /^(?::{3,}[ \t]*[a-z]*|:(?=[ \t]))/i;
/** Characters that are looked at for it. */
const longestMark = 40;

function ruby(context: InlineContext, next: number, at: number): number {
  if (next !== brace) return -1;
  const found = rubyIn(context.slice(at, Math.min(context.end, at + longestRuby)));
  if (found === undefined) return -1;
  const { written } = found;
  const mark = (index: number) => context.elt('RubyMark', at + index, at + index + 1);
  // Each of a word's readings has a bar of its own.
  const bars = [...written.matchAll(/\|/g)].map(({ index }) => mark(index));
  const marks = [mark(0), ...bars, mark(written.length - 1)];
  return context.addElement(context.elt('Ruby', at, at + written.length, marks));
}

/** `[[toc]]` stands alone in its paragraph. */
function toc(context: InlineContext, next: number, at: number): number {
  if (next !== bracket || at !== context.offset || context.text.toLowerCase() !== contents) return -1;
  return context.addElement(context.elt('Contents', at, context.end));
}

/** At the start of a line; the lines between belong to the same paragraph here. */
function lineMarks(context: InlineContext, next: number, at: number): number {
  if (next !== colon || (at > context.offset && context.char(at - 1) !== lineEnd)) return -1;
  const mark = lineMark.exec(context.slice(at, Math.min(context.end, at + longestMark)))?.[0];
  // A definition has its word above.
  if (mark === undefined || (mark === ':' && at === context.offset)) return -1;
  return context.addElement(context.elt('LineMark', at, at + mark.length));
}

/** The marks of what the preview knows beyond GitHub's Markdown step back like all others. */
export const extras: MarkdownConfig = {
  defineNodes: [
    'Ruby',
    { name: 'RubyMark', style: tags.processingInstruction },
    { name: 'Contents', style: tags.processingInstruction },
    { name: 'LineMark', style: tags.processingInstruction },
  ],
  parseInline: [
    { name: 'Ruby', before: 'Escape', parse: ruby },
    { name: 'Contents', before: 'Link', parse: toc },
    { name: 'LineMark', before: 'Escape', parse: lineMarks },
  ],
};
