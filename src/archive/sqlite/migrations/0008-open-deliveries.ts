import type { Migration } from './migration.ts';

export const openDeliveriesIndex: Migration = {
  number: 8,
  name: 'open deliveries',
  textHash: 'fc5a0e16e40ff28134994eebeb936bbfdd3b12c0dcc4432d640e9fa2dfc90eac',
  sql: `
-- SQLite takes a partial index only where a query repeats its condition; it did not see that one state is among two.
DROP INDEX deliveries_open;
CREATE INDEX deliveries_unfinished ON deliveries (schedule, id) WHERE finished_at IS NULL;
`,
};
