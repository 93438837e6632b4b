import { defineConfig } from 'vitest/config';

// Workers that a test starts inherit this option and can load TypeScript.
const execArgv = ['--import', new URL('./tests/read-typescript.mjs', import.meta.url).href];

const globalSetup = ['./tests/own-temporary-folder.ts'];

// Two suites: `house` needs nothing but this clone; `shared` reads the clippings and gold data in ../shared.
export default defineConfig({
  test: {
    // By default vitest leaves one core idle, which doubles the time on two cores.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'house',
          execArgv,
          globalSetup,
          // Test files share the modules of a worker, which hold no state of a test. Loading them for each file took as
          // long as the tests.
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
