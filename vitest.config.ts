import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['{core,electron,renderer,bench}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    // Tests that are slow on a busy machine are not wrong.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
