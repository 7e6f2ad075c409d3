import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  globalSetup: './e2e/global-setup.ts',
  // One window at a time: the journeys measure focus, and the machine may have two cores.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // A limit is for what never comes. What is only slow, on a busy machine, is not wrong.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
});
