import type { Migration } from './migration.ts';

export const marksOfSources: Migration = {
  number: 9,
  name: 'marks of sources',
  sql: `
-- Thousands of marks a feed stand apart from its state, so that looking at all sources reads none of them.
ALTER TABLE sources ADD COLUMN seen TEXT NOT NULL DEFAULT '[]';
UPDATE sources SET seen = state -> '$.seen', state = json_remove(state, '$.seen');
`,
};
