import { describe, expect, it } from 'vitest';
import { after } from './testing/cursor.ts';
import { deleteWordBackward, deleteWordForward } from './word-movement.ts';

describe('deleting words', () => {
  it.each([
    ['今日は東京|へ', '今日は|へ'],
    ['one two|', 'one |'],
    ['one two  |', 'one |'],
    ['one\n|two', 'one|two'],
    ['one\n  |two', 'one\n|two'],
    ['a ‹b c›', 'a |'],
    ['|a', '|a'],
  ])('back: %j', (before, expected) => expect(after(deleteWordBackward, before)).toBe(expected));

  it.each([
    ['今日は|東京へ', '今日は|へ'],
    ['one| two', 'one|'],
    ['one|\ntwo', 'one|two'],
    ['one|  \ntwo', 'one|\ntwo'],
    ['a|', 'a|'],
  ])('on: %j', (before, expected) => expect(after(deleteWordForward, before)).toBe(expected));
});
