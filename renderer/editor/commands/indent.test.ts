import { describe, expect, it } from 'vitest';
import { after } from '../testing/cursor.ts';
import { indent, outdent } from './indent.ts';

describe('Tab in a list', () => {
  const cases: readonly [string, string, string][] = [
    ['puts an item into the one before it', '- a\n- b|', '- a\n  - b|'],
    ['leaves the first item where it is', '- a|\n- b', '- a|\n- b'],
    ['does not put an item two levels in', '- a\n  - b|', '- a\n  - b|'],
    ['takes the children along', '- a\n- b|\n  - c\n    - d\n- e', '- a\n  - b|\n    - c\n      - d\n- e'],
    [
      'takes text, code and blank lines of the item along',
      '- a\n- b|\n\n  text\n\n  ```\n  - x\n  ```\n- c',
      '- a\n  - b|\n\n    text\n\n    ```\n    - x\n    ```\n- c',
    ],
    ['leaves what follows alone', '- a\n- b|\n\ntext', '- a\n  - b|\n\ntext'],
    ['goes under the number, not the digit', '1. a\n2. b|', '1. a\n   1. b|'],
    ['numbers the rest anew', '1. a\n2. b|\n3. c\n4. d', '1. a\n   1. b|\n2. c\n3. d'],
    [
      'goes on with the numbers of the list it joins',
      '1. a\n   1. x\n   2. y\n2. b|\n3. c',
      '1. a\n   1. x\n   2. y\n   3. b|\n2. c',
    ],
    ['takes the mark of the list it joins', '- a\n  1. x\n- b|', '- a\n  1. x\n  2. b|'],
    ['keeps its mark where it is the first', '- a\n- b\n1. c|', '- a\n- b\n  1. c|'],
    ['keeps the columns of a list that is indented by four', '- a\n    - b\n- c|', '- a\n    - b\n    - c|'],
    ['works from a line inside of the item', '- a\n- b\n  text|', '- a\n  - b\n    text|'],
    ['works with the caret at the start of the line', '- a\n|- b', '- a\n  |- b'],
    ['works in an empty item', '- a\n- |', '- a\n  - |'],
    ['works on tasks', '- [ ] a\n- [x] b|', '- [ ] a\n  - [x] b|'],
    ['works in quotes', '> - a\n> - b|\n>   - c', '> - a\n>   - b|\n>     - c'],
    ['moves all items of a selection', '- a\n- ‹b\n- c›\n- d', '- a\n  - ‹b\n  - c›\n- d'],
    [
      'moves a selected parent with its children once',
      '- a\n‹- b\n  - c\n›- d',
      '- a\n  ‹- b\n    - c\n›- d',
    ],
    ['makes room for wider numbers', '9. a\n   - x\n10. b|\n    - y', '9. a\n   - x\n   - b|\n     - y'],
    ['keeps numbers that are all the same', '1. a\n1. b|\n1. c', '1. a\n   1. b|\n1. c'],
    ['keeps numbers of the author’s own', '1. a\n5. b|\n9. c', '1. a\n   1. b|\n9. c'],
    ['knows Japanese text', '1) はじめに\n2) 本題|\n   - 詳細', '1) はじめに\n   1) 本題|\n      - 詳細'],
    [
      'nests to any depth',
      '- a\n  - b\n    - c\n      - d\n        - e\n        - f|',
      '- a\n  - b\n    - c\n      - d\n        - e\n          - f|',
    ],
    ['moves carets in several items', '- a\n- b|\n- c\n- d|', '- a\n  - b|\n- c\n  - d|'],
    ['replaces tabs only where it moves lines', '- a\n\t- b\n- c|', '- a\n\t- b\n    - c|'],
    ['counts a lazy line as part of its item', '- a\nlazy\n- b|', '- a\nlazy\n  - b|'],
  ];
  it.each(cases)('%s', (_name, before, expected) => expect(after(indent, before)).toBe(expected));
});

describe('Shift-Tab in a list', () => {
  const cases: readonly [string, string, string][] = [
    ['brings an item behind its parent', '- a\n  - b|', '- a\n- b|'],
    ['takes the children along', '- a\n  - b|\n    - c\n- d', '- a\n- b|\n  - c\n- d'],
    ['makes the younger siblings its children', '- a\n  - b|\n  - c\n- d', '- a\n- b|\n  - c\n- d'],
    [
      'numbers all lists anew',
      '1. a\n   1. x\n   2. y|\n   3. z\n2. b',
      '1. a\n   1. x\n2. y|\n   1. z\n3. b',
    ],
    ['takes the mark of the list it comes to', '1. a\n   - b|\n2. c', '1. a\n2. b|\n3. c'],
    ['stays at the margin', '- a\n- b|', '- a\n- b|'],
    ['brings an indented list to the margin', '  - a|\n    - b', '- a|\n  - b'],
    ['moves all items of a selection', '- a\n  - ‹b\n  - c›\n- d', '- a\n- ‹b\n- c›\n- d'],
    ['works in quotes', '> - a\n>   - b|', '> - a\n> - b|'],
    ['works in an empty item', '- a\n  - |', '- a\n- |'],
  ];
  it.each(cases)('%s', (_name, before, expected) => expect(after(outdent, before)).toBe(expected));
});

describe('Tab elsewhere', () => {
  it('puts spaces up to the next stop', () => {
    expect(after(indent, 'a|')).toBe('a |');
    expect(after(indent, '```\n|x\n```')).toBe('```\n  |x\n```');
  });
  it('indents and dedents selected lines', () => {
    expect(after(indent, '```\n‹a\nb›\n```')).toBe('```\n  ‹a\n  b›\n```');
    expect(after(outdent, '```\n  ‹a\n  b›\n```')).toBe('```\n‹a\nb›\n```');
  });
  it('takes no marker in code for a list', () => {
    expect(after(indent, '```\n- a\n- b|\n```')).toBe('```\n- a\n- b |\n```');
  });
});
