import type { Migration } from './migration.ts';

export const stoppedWatches: Migration = {
  number: 10,
  name: 'stopped watches',
  textHash: '5c15db286875110f80a9a0c5bb071d82429c4466bc34896c6efad7a6fdff7ef7',
  sql: `
-- Why a watch was stopped, in plain words, because its alert was refused; null while it runs. What it finds meanwhile is kept.
ALTER TABLE watches ADD COLUMN stopped TEXT;
ALTER TABLE watches ADD COLUMN resumed_at TEXT;
CREATE INDEX watch_hits_delivery ON watch_hits (delivery) WHERE delivery IS NOT NULL;
`,
};
