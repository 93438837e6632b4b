import type { Migration } from './migration.ts';

export const homesOfWatches: Migration = {
  number: 12,
  name: 'homes of watches',
  sql: `
-- The server or workspace that a watch belongs to; null in watches from before. Schedules hold theirs in their address.
ALTER TABLE watches ADD COLUMN home TEXT;
`,
};
