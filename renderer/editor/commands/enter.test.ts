import { insertNewlineKeepIndent } from '@codemirror/commands';
import type { StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { after, afterAll } from '../testing/cursor.ts';
import { continueMarkup, newlineInItem } from './enter.ts';

const enter: StateCommand = (target) => continueMarkup(target) || insertNewlineKeepIndent(target);

describe('Enter', () => {
  const cases: readonly [string, string, string][] = [
    ['goes on with a list', '- one|', '- one\n- |'],
    ['keeps the mark', '* one|', '* one\n* |'],
    ['keeps the room behind the mark', '-   one|', '-   one\n-   |'],
    ['goes on with a nested list', '- a\n  - b|', '- a\n  - b\n  - |'],
    ['goes on with numbers', '1. one|', '1. one\n2. |'],
    ['goes on with 1) as well', '1) はじめに|', '1) はじめに\n2) |'],
    ['numbers what follows anew', '1. a|\n2. b\n3. c', '1. a\n2. |\n3. b\n4. c'],
    ['makes room for wider numbers', '8. a|\n9. b\n   - x\n10. c', '8. a\n9. |\n10. b\n    - x\n11. c'],
    ['keeps numbers that are all the same', '1. a\n1. b|', '1. a\n1. b\n1. |'],
    ['gives the next task an empty box', '- [x] one|', '- [x] one\n- [ ] |'],
    ['gives a numbered task an empty box', '1. [x] one|', '1. [x] one\n2. [ ] |'],
    ['splits an item', '- one| two', '- one\n- |two'],
    ['gives the children to the second half', '- a|\n  - b', '- a\n- |\n  - b'],
    ['goes on with a quote', '> one|', '> one\n> |'],
    ['goes on with a nested quote', '> > one|', '> > one\n> > |'],
    ['splits a quote', '> one| two', '> one\n> | two'],
    ['goes on with a list in a quote', '> - one|', '> - one\n> - |'],
    ['goes on with a nested list in a quote', '> - a\n>   - b|', '> - a\n>   - b\n>   - |'],
    ['goes on with text in an item', '- a\n\n  text|', '- a\n\n  text\n  |'],
    ['does nothing before the mark', '|- one', '\n|- one'],
    ['does nothing between mark and box', '- |[ ] one', '- \n|[ ] one'],
    ['keeps the first letters of a paragraph in', '　段落|', '　段落\n　|'],
    ['knows a rule from a list', '---|', '---\n|'],
    ['knows a number from a list', '2024.|', '2024.\n|'],
  ];
  it.each(cases)('%s', (_name, before, expected) => expect(after(enter, before)).toBe(expected));
});

describe('Enter keeps tight lists tight', () => {
  const cases: readonly [string, string, string][] = [
    ['in the second item', '1. a\n2. |', '1. a\n\n|'],
    ['with another list after a blank line', '- a|\n\n- b', '- a\n- |\n\n- b'],
    ['in a list that follows another', '1. a\n2. b\n\n1. c|', '1. a\n2. b\n\n1. c\n2. |'],
    ['with children and a later item', '- a|\n  - b\n  - c\n\n- d', '- a\n- |\n  - b\n  - c\n\n- d'],
    ['but goes on with a loose one', '- a\n\n- b|', '- a\n\n- b\n\n- |'],
    ['also in quotes', '> - a\n>\n> - b|', '> - a\n>\n> - b\n>\n> - |'],
  ];
  it.each(cases)('%s', (_name, before, expected) => expect(after(enter, before)).toBe(expected));

  it('after a list was ended and begun anew', () => {
    const ended = afterAll([enter, enter], '1. a|');
    expect(ended).toBe('1. a\n\n|');
    expect(after(enter, ended.replace('|', '1. b|'))).toBe('1. a\n\n1. b\n2. |');
  });
});

describe('Enter in an empty line', () => {
  const cases: readonly [string, string, string][] = [
    ['ends a list', '- a\n- |', '- a\n\n|'],
    ['ends a task list', '- [ ] a\n- [ ] |', '- [ ] a\n\n|'],
    ['takes the mark of a lonely item away', '- |', '|'],
    ['adds no second blank line', '- a\n\n- |', '- a\n\n|'],
    ['brings an item one level out', '- a\n  - b\n  - |', '- a\n  - b\n- |'],
    ['brings a task one level out', '- [x] a\n  - [ ] |', '- [x] a\n- [ ] |'],
    ['takes the number of the outer list', '1. a\n   - b\n   - |\n2. c', '1. a\n   - b\n2. |\n3. c'],
    ['ends a quote', '> one\n> |', '> one\n\n|'],
    ['ends the inner quote', '> > one\n> > |', '> > one\n>\n> |'],
    ['ends a list in a quote', '> - a\n> - |', '> - a\n>\n> |'],
    ['takes the mark of a lonely quote away', '> |', '|'],
  ];
  it.each(cases)('%s', (_name, before, expected) => expect(after(enter, before)).toBe(expected));
});

describe('Enter in code', () => {
  const cases: readonly [string, string, string][] = [
    ['closes a fence', '```js|', '```js\n|\n```'],
    ['closes a fence above text', '```|\ntext', '```\n|\n```\ntext'],
    ['closes a fence in an item', '- ~~~|', '- ~~~\n  |\n  ~~~'],
    ['leaves a closed fence', '```js|\n```', '```js\n|\n```'],
    ['takes no marker for a list', '```\n- a|\n```', '```\n- a\n|\n```'],
    ['keeps the quote', '> ```\n>   x|\n> ```', '> ```\n>   x\n>   |\n> ```'],
    ['takes no marker in a header for a list', '---\ntags:\n  - a|\n---\n', '---\ntags:\n  - a\n  |\n---\n'],
  ];
  it.each(cases)('%s', (_name, before, expected) => expect(after(enter, before)).toBe(expected));
});

describe('Shift-Enter', () => {
  it('stays in the item', () => {
    expect(after(newlineInItem, '- a|')).toBe('- a\n  |');
    expect(after(newlineInItem, '> 1. a|')).toBe('> 1. a\n>    |');
    expect(after(newlineInItem, '> |')).toBe('> \n> |');
  });
});
