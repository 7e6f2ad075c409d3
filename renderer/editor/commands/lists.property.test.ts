import { ensureSyntaxTree } from '@codemirror/language';
import type { EditorState, StateCommand } from '@codemirror/state';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stateOf } from '../testing/cursor.ts';
import { continueMarkup } from './enter.ts';
import { indent, outdent } from './indent.ts';

/** A list of bullets and numbers, properly nested, each item with a text of its own. */
const lists = fc
  .array(
    fc.record({
      deeper: fc.integer({ min: -3, max: 1 }),
      ordered: fc.boolean(),
      text: fc.boolean(),
      gap: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((items) => {
    const open: { column: number; content: number; ordered: boolean; count: number }[] = [];
    const lines: string[] = [];
    items.forEach((item, index) => {
      const depth = Math.max(0, Math.min(open.length, open.length - 1 + item.deeper));
      const column = open[depth - 1]?.content ?? 0;
      const sibling = open[depth];
      const ordered = sibling?.ordered ?? item.ordered;
      const count = (sibling?.count ?? 0) + 1;
      const mark = ordered ? `${String(count)}. ` : '- ';
      open.length = depth;
      open.push({ column, content: column + mark.length, ordered, count });
      if (item.gap && index > 0) lines.push('');
      lines.push(`${' '.repeat(column)}${mark}item${String(index)}`);
      if (item.text) lines.push(`${' '.repeat(column + mark.length)}text${String(index)}`);
    });
    return lines.join('\n');
  });

interface Item {
  readonly depth: number;
  readonly ancestors: readonly string[];
}

/** Each item by its name, as the Markdown parser sees it. */
function itemsOf(state: EditorState): Map<string, Item> {
  const items = new Map<string, Item>();
  const open: string[] = [];
  ensureSyntaxTree(state, state.doc.length, 1e6)?.iterate({
    enter: (node) => {
      if (node.name !== 'ListItem') return;
      const name = /item\d+/u.exec(state.sliceDoc(node.from, node.to))?.[0] ?? '';
      items.set(name, { depth: open.length, ancestors: [...open] });
      open.push(name);
    },
    leave: (node) => {
      if (node.name === 'ListItem') open.pop();
    },
  });
  return items;
}

const words = (state: EditorState): readonly string[] =>
  state.doc.toString().match(/(?:item|text)\d+/gu) ?? [];

function run(command: StateCommand, state: EditorState): EditorState {
  let result = state;
  command({ state, dispatch: (transaction) => (result = transaction.state) });
  return result;
}

function check(command: StateCommand, step: 1 | -1): void {
  fc.assert(
    fc.property(lists, fc.nat(), (text, pick) => {
      const names = text.match(/item\d+/gu) ?? [];
      const name = names[pick % names.length] ?? '';
      const at = text.indexOf(name) + name.length;
      const before = stateOf(`${text.slice(0, at)}|${text.slice(at)}`);
      const after = run(command, before);
      expect(words(after)).toEqual(words(before));
      const old = itemsOf(before);
      const now = itemsOf(after);
      const moved = (now.get(name)?.depth ?? 0) - (old.get(name)?.depth ?? 0);
      expect(moved === step || after.doc.eq(before.doc)).toBe(true);
      expect([...now.keys()]).toEqual([...old.keys()]);
      for (const [other, item] of now) {
        const was = old.get(other);
        // What lay in the item moves with it; nothing else moves, but younger siblings fall to an item that comes out.
        if (was?.ancestors.includes(name) === true) expect(item.ancestors).toContain(name);
        else if (other !== name && step === 1) expect(item.ancestors).toEqual(was?.ancestors);
      }
    }),
    { numRuns: 600 },
  );
}

it('Tab moves an item one level in and everything in it, and nothing else', () => check(indent, 1));
it('Shift-Tab moves an item one level out and everything in it', () => check(outdent, -1));

it('Enter at the end of an item makes a sibling and loses nothing', () => {
  fc.assert(
    fc.property(lists, fc.nat(), (text, pick) => {
      const names = text.match(/item\d+/gu) ?? [];
      const name = names[pick % names.length] ?? '';
      const at = text.indexOf(name) + name.length;
      const before = stateOf(`${text.slice(0, at)}|${text.slice(at)}`);
      const split = run(continueMarkup, before);
      const after = split.update(split.replaceSelection('item999')).state;
      expect(words(after).filter((word) => word !== 'item999')).toEqual(words(before));
      expect(itemsOf(after).get('item999')?.depth).toBe(itemsOf(before).get(name)?.depth);
    }),
    { numRuns: 600 },
  );
});
