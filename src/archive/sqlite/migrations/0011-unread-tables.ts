import type { Migration } from './migration.ts';

export const unreadTables: Migration = {
  number: 11,
  name: 'unread tables',
  sql: `
-- Nothing reads these: no answer lists related articles, and alerts are planned from arrivals.
DROP TABLE related_articles;
DROP TABLE cursors;
`,
};
