import { defineConfig } from 'vitest/config';

// Workers that a test starts inherit this, and can read the sources.
const execArgv = ['--import', new URL('./tests/read-typescript.mjs', import.meta.url).href];

const globalSetup = ['./tests/own-temporary-folder.ts'];

// Two suites: `house` needs nothing but this clone; `shared` reads the clippings and gold data in ../shared.
export default defineConfig({
  test: {
    // Every core: left to itself, vitest keeps one back, and on two cores that doubles the time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'house',
          execArgv,
          globalSetup,
          // Files share a worker's modules, which keep nothing of a test: loading all of them for each file took as long as the tests.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.shared.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'shared',
          execArgv,
          globalSetup,
          include: ['tests/**/*.shared.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
