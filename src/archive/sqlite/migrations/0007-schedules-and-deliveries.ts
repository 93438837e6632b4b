import type { Migration } from './migration.ts';

export const schedulesAndDeliveries: Migration = {
  number: 7,
  name: 'schedules and deliveries',
  textHash: '5e97376cb3d6ddf49b60d762389e7740ab3cdd3865015724c43741e38248ece6',
  sql: `
-- Every instant is an ISO time in UTC with milliseconds, so that comparing text compares time.
CREATE TABLE schedules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  address TEXT NOT NULL,
  cadence TEXT NOT NULL,
  zone TEXT NOT NULL,
  line TEXT NOT NULL,
  quiet INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  origin TEXT UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('active', 'paused', 'stopped')),
  reason TEXT,
  decided_until TEXT NOT NULL,
  next_slot TEXT,
  last_slot TEXT,
  last_sent_until TEXT,
  skipped INTEGER NOT NULL DEFAULT 0,
  last_skipped TEXT
) STRICT;
CREATE INDEX schedules_due ON schedules (next_slot) WHERE state = 'active';

CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  channel TEXT NOT NULL,
  direct INTEGER NOT NULL,
  place TEXT NOT NULL,
  payload TEXT NOT NULL,
  schedule INTEGER,
  planned_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  not_after TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'silent', 'skipped', 'refused', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT NOT NULL,
  first_tried_at TEXT,
  owner TEXT,
  lease_until TEXT,
  uncertain INTEGER NOT NULL DEFAULT 0,
  ref TEXT,
  reason TEXT,
  finished_at TEXT,
  late INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX deliveries_open ON deliveries (state, next_attempt_at) WHERE state IN ('planned', 'sending');
CREATE INDEX deliveries_of_schedule ON deliveries (schedule, id) WHERE schedule IS NOT NULL;
CREATE INDEX deliveries_finished ON deliveries (finished_at) WHERE finished_at IS NOT NULL;

-- How far those have come who plan deliveries from a growing list.
CREATE TABLE cursors (
  name TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
