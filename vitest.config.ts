import { defineConfig } from 'vitest/config';

// Two suites: `house` needs nothing but this clone; `shared` reads the clippings and gold data in ../shared.
export default defineConfig({
  test: {
    // Every core: left to itself, vitest keeps one back, and on two cores that doubles the time.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.shared.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'shared',
          include: ['tests/**/*.shared.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
