import { describe, expect, it } from 'vitest';
import { addressAt } from './links.ts';
import { stateOf } from './testing/cursor.ts';

it.each([
  ['[te|xt](https://example.org "t")', 'https://example.org'],
  ['[text](https://exa|mple.org)', 'https://example.org'],
  ['![al|t](a.png)', 'a.png'],
  ['<https://exa|mple.org>', 'https://example.org'],
  ['[a|](<b c.md>)', 'b c.md'],
  ['see https://exa|mple.org now', 'https://example.org'],
  ['see www.exa|mple.org now', 'www.example.org'],
  ['[a]: https://exa|mple.org', 'https://example.org'],
  ['[**bo|ld**](x.md)', 'x.md'],
])('%s', (spec, address) => {
  const state = stateOf(spec);
  expect(addressAt(state, state.selection.main.head)).toBe(address);
});

describe('no address', () => {
  it.each(['pla|in', '[not a l|ink]', '`[a|](b)`'])('%s', (spec) => {
    const state = stateOf(spec);
    expect(addressAt(state, state.selection.main.head)).toBeUndefined();
  });
});
