import { isScalar } from 'yaml';
import type { ParsedNode, YAMLSeq } from 'yaml';
import type { TextEdit } from '../contract/text.ts';
import { scalarValue } from './front-matter-yaml.ts';
import { extentOf, scalarEdits } from './yaml-scalar-edit.ts';
import { freshList, freshScalar } from './yaml-text.ts';

interface Item {
  readonly node: ParsedNode;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Ways to make a list of strings another one, best first. Items that stay keep their characters; items in the middle
 * are changed, taken out and put in one by one, in the style of the list; the last way writes the whole list anew.
 */
export function listEdits(
  list: YAMLSeq.Parsed,
  text: string,
  values: readonly string[],
  colon: number | undefined,
): readonly (readonly TextEdit[])[] {
  const [from] = list.range;
  const style = list.flow === true ? flowStyle : blockStyle;
  const items = itemsOf(list, text);
  const end = list.flow === true ? list.range[1] : contentEnd(list, text);
  if (values.length === 0) {
    // A block list starts on a line of its own; what is left of it belongs behind the colon.
    const up = colon !== undefined && text.slice(colon + 1, from).trim() === '' && list.flow !== true;
    return [[up ? { from: colon + 1, to: end, insert: ' []' } : { from, to: end, insert: '[]' }]];
  }
  const anew: readonly TextEdit[] = [{ from, to: end, insert: style.anew(values, text, from) }];
  return items === undefined || items.length === 0 ? [anew] : [itemEdits(items, text, values, style), anew];
}

/** Undefined when there is anything but strings and numbers in the list. */
function itemsOf(list: YAMLSeq.Parsed, text: string): readonly Item[] | undefined {
  const items = list.items.map((item): Item | undefined => {
    const node: ParsedNode = item;
    const value = scalarValue(node);
    return value === undefined ? undefined : { node, value, ...extentOf(node, text) };
  });
  return items.every((item) => item !== undefined) ? items : undefined;
}

interface ListStyle {
  readonly place: 'block' | 'flow';
  anew(values: readonly string[], text: string, from: number): string;
  /** Takes out the items between two that stay; at least one stays or is changed. */
  remove(item: Item, before: Item | undefined, after: Item | undefined, text: string): TextEdit;
  insertAfter(item: Item, value: string, text: string): TextEdit;
  insertBefore(item: Item, value: string, text: string): TextEdit;
}

const flowStyle: ListStyle = {
  place: 'flow',
  anew: (values) => freshList(values),
  remove: (item, before, after) =>
    before === undefined
      ? { from: item.from, to: after?.from ?? item.to, insert: '' }
      : { from: before.to, to: item.to, insert: '' },
  insertAfter: (item, value) => ({
    from: item.to,
    to: item.to,
    insert: `, ${freshScalar(value, 'flow', 'text')}`,
  }),
  insertBefore: (item, value) => ({
    from: item.from,
    to: item.from,
    insert: `${freshScalar(value, 'flow', 'text')}, `,
  }),
};

const blockStyle: ListStyle = {
  place: 'block',
  anew: (values, text, from) =>
    values.map((value) => `- ${freshScalar(value, 'block', 'text')}`).join(`\n${indentAt(text, from)}`),
  remove: (item, _before, _after, text) => ({
    from: lineStart(text, item.from),
    to: lineEnd(text, item.to) + 1,
    insert: '',
  }),
  insertAfter: (item, value, text) => {
    const at = lineEnd(text, item.to);
    return { from: at, to: at, insert: `\n${dashAt(text, item.from)}${freshScalar(value, 'block', 'text')}` };
  },
  insertBefore: (item, value, text) => {
    const at = lineStart(text, item.from);
    return { from: at, to: at, insert: `${dashAt(text, item.from)}${freshScalar(value, 'block', 'text')}\n` };
  },
};

function itemEdits(
  items: readonly Item[],
  text: string,
  values: readonly string[],
  style: ListStyle,
): readonly TextEdit[] {
  const least = Math.min(items.length, values.length);
  let head = 0;
  while (head < least && items[head]?.value === values[head]) head++;
  let tail = 0;
  while (tail < least - head && items.at(-1 - tail)?.value === values.at(-1 - tail)) tail++;

  const old = items.slice(head, items.length - tail);
  const fresh = values.slice(head, values.length - tail);
  const changed = Math.min(old.length, fresh.length);
  const edits: TextEdit[] = [];
  for (const [index, item] of old.slice(0, changed).entries()) {
    edits.push(
      ...scalarEdits(item.node, text, fresh[index] ?? '', { place: style.place, kind: 'text' }).slice(0, 1),
    );
  }
  for (const [index, item] of old.slice(changed).entries()) {
    const at = head + changed + index;
    edits.push(style.remove(item, items[at - 1], items[at + 1], text));
  }
  const anchor = items[head + changed - 1];
  const first = items[0];
  for (const value of fresh.slice(changed)) {
    if (anchor !== undefined) edits.push(style.insertAfter(anchor, value, text));
    else if (first !== undefined) edits.push(style.insertBefore(first, value, text));
  }
  return edits;
}

/** Where the last item's own characters end. */
function contentEnd(list: YAMLSeq.Parsed, text: string): number {
  const last = list.items.at(-1);
  if (isScalar(last)) return extentOf(last, text).to;
  const [from, to] = list.range;
  return from + text.slice(from, to).trimEnd().length;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const indentAt = (text: string, at: number): string =>
  /^[ ]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? '';
const dashAt = (text: string, at: number): string =>
  /^[ ]*-[ ]+/.exec(text.slice(lineStart(text, at)))?.[0] ?? '- ';
