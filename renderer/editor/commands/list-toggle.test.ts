import { describe, expect, it } from 'vitest';
import { after } from '../testing/cursor.ts';
import { bulletList, numberedList, taskList, toggleTask } from './list-toggle.ts';

describe('list commands', () => {
  it.each([
    ['begin a list', bulletList, 'a|', '- a|'],
    ['begin one in an empty line', bulletList, '|', '- |'],
    ['come off', bulletList, '- a|', 'a|'],
    ['keep another mark', bulletList, '‹* a\nb›', '‹* a\n- b›'],
    ['take several lines', bulletList, '‹a\n\nb›', '- ‹a\n\n- b›'],
    ['count', numberedList, '‹a\n\nb\nc›', '1. ‹a\n\n2. b\n3. c›'],
    ['count levels apart', numberedList, '‹- a\n  - b\n  - c\n- d›', '‹1. a\n   1. b\n   2. c\n2. d›'],
    ['go on counting', numberedList, '1. a\nb|', '1. a\n2. b|'],
    ['come off numbers', numberedList, '‹1. a\n2. b›', '‹a\nb›'],
    ['make numbers of bullets', numberedList, '- a|', '1. a|'],
    ['make bullets of numbers', bulletList, '‹1. a\n2. b›', '‹- a\n- b›'],
    ['keep what lies in an item in it', numberedList, '- a|\n  - b', '1. a|\n   - b'],
    ['bring what lay in an item along', bulletList, '- a|\n  - b', 'a|\n- b'],
    ['make tasks', taskList, '‹a\n- b\n1. c›', '- [ ] ‹a\n- [ ] b\n1. [ ] c›'],
    ['come off tasks', taskList, '‹- [ ] a\n- [x] b›', '‹a\nb›'],
    ['make bullets of tasks', bulletList, '- [x] a|', '- a|'],
    ['work in quotes', bulletList, '‹> a\n> b›', '‹> - a\n> - b›'],
    ['leave headers alone', bulletList, '---\ntitle: a|\n---\n', '---\ntitle: a|\n---\n'],
  ])('%s', (_name, command, before, expected) => expect(after(command, before)).toBe(expected));
});

describe('ticking tasks', () => {
  it('ticks and clears', () => {
    expect(after(toggleTask, '- [ ] a|')).toBe('- [x] a|');
    expect(after(toggleTask, '- [x] a|')).toBe('- [ ] a|');
    expect(after(toggleTask, '‹- [x] a\n- [ ] b›')).toBe('‹- [x] a\n- [x] b›');
  });
});
