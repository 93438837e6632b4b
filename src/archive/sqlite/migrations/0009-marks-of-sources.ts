import type { Migration } from './migration.ts';

export const marksOfSources: Migration = {
  number: 9,
  name: 'marks of sources',
  textHash: 'da8c9722716bffc3c70f0655048fc12a24ee716bc7a1762bbe6ed6847e9d809d',
  sql: `
-- Thousands of marks a feed stand apart from its state, so that looking at all sources reads none of them.
ALTER TABLE sources ADD COLUMN seen TEXT NOT NULL DEFAULT '[]';
UPDATE sources SET seen = state -> '$.seen', state = json_remove(state, '$.seen');
`,
};
