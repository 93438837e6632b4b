import type { Migration } from './migration.ts';

export const openDeliveriesIndex: Migration = {
  number: 8,
  name: 'open deliveries',
  sql: `
-- SQLite takes a partial index only where a query repeats its condition; it did not see that one state is among two.
DROP INDEX deliveries_open;
CREATE INDEX deliveries_unfinished ON deliveries (schedule, id) WHERE finished_at IS NULL;
`,
};
