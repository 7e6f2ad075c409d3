import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import type { Tree } from '@lezer/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postLanguage } from './language.ts';

const open = (doc: string): EditorState => EditorState.create({ doc, extensions: postLanguage() });

function treeOf(state: EditorState): Tree {
  return ensureSyntaxTree(state, state.doc.length, 1e6) ?? syntaxTree(state);
}

/** Names of the nodes that hold exactly this part of the text. */
function nodesOf(doc: string, part: string): string[] {
  const names: string[] = [];
  const from = doc.indexOf(part);
  treeOf(open(doc)).iterate({
    enter: (node) => {
      if (node.from === from && node.to === from + part.length) names.push(node.name);
    },
  });
  return names;
}

describe('what blogs add to Markdown', () => {
  it.each([
    ['x {漢字|かんじ} y', '{漢字|かんじ}', 'Ruby'],
    ['[[toc]]', '[[toc]]', 'Contents'],
    ['a\n\n:::warning 題\nb\n:::\n', ':::warning', 'LineMark'],
    ['硯\n: 墨を磨る石', ':', 'LineMark'],
  ])('%j', (doc, part, name) => expect(nodesOf(doc, part)).toContain(name));

  it.each(['{a|b}', 'a [[toc]]', ': a', 'a :::note', '`{漢字|かんじ}`', 'a: b'])('not %j', (doc) =>
    expect(shape(treeOf(open(doc)))).not.toMatch(/Ruby|Contents|LineMark/),
  );
});

describe('front matter', () => {
  it('is YAML', () => {
    const doc = '---\ntitle: 題\n---\n\n# head\n';
    expect(nodesOf(doc, '---\ntitle: 題\n---')).toContain('FrontMatter');
    expect(nodesOf(doc, 'title: 題')).toContain('BlockMapping');
    expect(nodesOf(doc, '# head')).toContain('ATXHeading1');
  });

  it('may be empty, and may end the text', () => {
    expect(nodesOf('---\n---', '---\n---')).toContain('FrontMatter');
    expect(nodesOf('---\na: 1\n---', '---\na: 1\n---')).toContain('FrontMatter');
  });

  it('may be TOML, which is shown plainly', () => {
    const doc = '+++\na = 1\n+++\ntext';
    expect(nodesOf(doc, '+++\na = 1\n+++')).toContain('FrontMatter');
    expect(nodesOf(doc, 'text')).toContain('Paragraph');
  });

  it.each([
    '---\na: 1\n\ntext',
    '\n---\na: 1\n---\n',
    '--- x\na: 1\n---\n',
    '----\na: 1\n----\n',
    '---\na: 1\n---x\n',
  ])('is not %j', (doc) => expect(treeOf(open(doc)).topNode.firstChild?.name).not.toBe('FrontMatter'));

  it('is found when its end is typed far from its start, and gone when that is deleted', () => {
    const header = `---\n${'key: some value that takes some room\n'.repeat(20)}`;
    let state = open(`${header}-- \n\ntext`);
    expect(treeOf(state).topNode.firstChild?.name).toBe('HorizontalRule');
    state = state.update({ changes: { from: header.length, insert: '-' } }).state;
    expect(treeOf(state).topNode.firstChild?.name).toBe('FrontMatter');
    state = state.update({ changes: { from: header.length, to: header.length + 1 } }).state;
    expect(treeOf(state).topNode.firstChild?.name).toBe('HorizontalRule');
  });

  it('is no longer than the rest of Fude reads', () => {
    const doc = `---\n${'key: some value that takes some room\n'.repeat(2000)}---\n`;
    expect(treeOf(open(doc)).topNode.firstChild?.name).not.toBe('FrontMatter');
  });
});

describe('emphasis beside Japanese', () => {
  it.each([
    ['**「強調」**は', '**「強調」**', 'StrongEmphasis'],
    ['**強調（注）**です', '**強調（注）**', 'StrongEmphasis'],
    ['これは**"x"**です', '**"x"**', 'StrongEmphasis'],
    ['これは*「斜体」*です', '*「斜体」*', 'Emphasis'],
    ['これは~~（消）~~です', '~~（消）~~', 'Strikethrough'],
    ['a **b** c', '**b**', 'StrongEmphasis'],
  ])('%s', (doc, part, name) => expect(nodesOf(doc, part)).toContain(name));

  it.each(['2 * 3 * 4', 'a ** b **', 'snake_case_name', '日本_語_です'])('is not in %s', (doc) => {
    expect(shape(treeOf(open(doc)))).not.toContain('Emphasis');
  });
});

describe('footnotes', () => {
  it('hold text, not an address', () => {
    const doc = 'a[^1]\n\n[^1]: 脚注です。\n\n    続き\n\ntext';
    expect(nodesOf(doc, '脚注です。')).toContain('Paragraph');
    expect(nodesOf(doc, '[^1]: 脚注です。\n\n    続き')).toContain('FootnoteDefinition');
    expect(nodesOf(doc, 'text')).toContain('Paragraph');
  });
});

describe('parsing after edits', () => {
  const piece = fc.constantFrom(
    '---\n',
    '---',
    '\n',
    'a: 1\n',
    '# h\n',
    '- x\n',
    '[^1]: あ\n',
    '**「強」**は',
    '> q\n',
    '```\n',
    ' ',
    'text\n\n',
    '+++\n',
  );
  const edit = fc.record({ at: fc.nat(1000), remove: fc.nat(12), pieces: fc.array(piece, { maxLength: 3 }) });

  it('gives the tree of a fresh parse', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(edit, { maxLength: 8 }), (pieces, edits) => {
        let state = open(pieces.join(''));
        treeOf(state);
        for (const { at, remove, pieces: added } of edits) {
          const from = at % (state.doc.length + 1);
          const to = Math.min(state.doc.length, from + remove);
          state = state.update({ changes: { from, to, insert: added.join('') } }).state;
          treeOf(state);
        }
        expect(shape(treeOf(state))).toBe(shape(treeOf(open(state.doc.toString()))));
      }),
      { numRuns: 300 },
    );
  });
});

describe('parsing after edits of a long text', () => {
  const blocks = [
    'para one\ntwo\n\n',
    '- a\n  - b\n\n- c\n',
    '# head\n',
    '```js\nlet x\n```\n',
    '> q\n\n',
    '    code\n\n',
    '[^1]: あ\n\n',
    '| a |\n| - |\n| b |\n\n',
    '<div>\n\n',
    '1. x\n\n   y\n\n',
  ];
  const block = fc.constantFrom(...blocks);
  const text = fc.array(block, { minLength: 800, maxLength: 2500 }).map((parts) => parts.join(''));
  const edit = fc.record({
    at: fc.nat(),
    remove: fc.nat(30),
    insert: fc.constantFrom('a', '\n', '```\n', '- ', '\n\n', '> ', '    ', ''),
  });

  it('gives the tree of a fresh parse', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        let state = open(start);
        treeOf(state);
        for (const { at, remove, insert } of edits) {
          const from = at % (state.doc.length + 1);
          state = state.update({
            changes: { from, to: Math.min(state.doc.length, from + remove), insert },
          }).state;
          treeOf(state);
        }
        expect(shape(treeOf(state))).toBe(shape(treeOf(open(state.doc.toString()))));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('reads a footnote again when a block below it is indented', () => {
    const above = `${'text\n\n'.repeat(50)}[^1]: a\n\n`;
    const state = open(`${above}> q\n\n${'text\n\n'.repeat(50)}`);
    treeOf(state);
    const after = state.update({ changes: { from: above.length, insert: '    ' } }).state;
    expect(shape(treeOf(after))).toBe(shape(treeOf(open(after.doc.toString()))));
  });

  it('takes over large parts of the former tree', () => {
    const state = open('para one\ntwo\n\n'.repeat(20_000));
    const before = new Set<Tree>();
    const collect = (tree: Tree, into: (part: Tree) => void): void => {
      into(tree);
      for (const child of tree.children) if ('children' in child) collect(child, into);
    };
    collect(treeOf(state), (part) => before.add(part));
    const after = treeOf(state.update({ changes: { from: 150_000, insert: 'a' } }).state);
    let fresh = 0;
    const count = (tree: Tree): void => {
      if (before.has(tree)) return;
      fresh += 1;
      for (const child of tree.children) if ('children' in child) count(child);
    };
    count(after);
    // Of some 45,000; without dividing, every block before the edit is new.
    expect(fresh).toBeLessThan(2000);
  });
});

/** A tree written out, without what only says how it was put together. */
function shape(tree: Tree): string {
  const parts: string[] = [];
  tree.iterate({ enter: (node) => void parts.push(`${node.name} ${String(node.from)}-${String(node.to)}`) });
  return parts.join('\n');
}
