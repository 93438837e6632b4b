import type { Destination } from '../../../kernel/asker.ts';
import type { Cadence, Maker, NewSchedule, Schedule, ScheduleState } from '../../../kernel/schedule.ts';
import type { ScheduleChange, Schedules } from '../../delivery-port.ts';
import type { Connection } from '../connect.ts';
import type { Synchronous } from '../synchronous.ts';
import { addressColumns, deliveryAdder } from './add-delivery.ts';

interface Row {
  readonly id: number;
  readonly address: string;
  readonly cadence: string;
  readonly zone: string;
  readonly line: string;
  readonly quiet: number;
  readonly created_by: string;
  readonly created_at: string;
  readonly origin: string | null;
  readonly state: ScheduleState;
  readonly reason: string | null;
  readonly decided_until: string;
  readonly next_slot: string | null;
  readonly last_slot: string | null;
  readonly last_sent_until: string | null;
  readonly skipped: number;
  readonly last_skipped: string | null;
}

/** A monthly cadence as versions before 2026-12 stored it. */
interface OlderMonthly {
  readonly kind: 'monthly';
  readonly day: number;
  readonly times: readonly string[];
}

function cadenceOf(stored: Cadence | OlderMonthly): Cadence {
  return 'day' in stored ? { kind: 'monthly', on: [stored.day], times: stored.times } : stored;
}

// Only `add` writes the three JSON columns, from these types.
function scheduleOf(row: Row): Schedule {
  return {
    id: row.id,
    destination: JSON.parse(row.address) as Destination,
    cadence: cadenceOf(JSON.parse(row.cadence) as Cadence | OlderMonthly),
    zone: row.zone,
    line: row.line,
    quietWhenNothing: row.quiet === 1,
    createdBy: JSON.parse(row.created_by) as Maker,
    createdAt: row.created_at,
    origin: row.origin,
    state: row.state,
    reason: row.reason,
    decidedUntil: row.decided_until,
    nextSlot: row.next_slot,
    lastSlot: row.last_slot,
    lastSentUntil: row.last_sent_until,
    skipped: row.skipped,
    lastSkipped: row.last_skipped,
  };
}

/** Skips a schedule's planned deliveries that no process is sending now. */
const SKIP_PLANNED =
  "UPDATE deliveries SET state = 'skipped', reason = ?, finished_at = ? WHERE finished_at IS NULL AND schedule = ? AND state = 'planned' AND NOT uncertain";

/** Schedules in SQLite. A change to a schedule and to its deliveries is one transaction. */
export function openSchedules(db: Connection): Synchronous<Schedules> {
  return { add: scheduleAdder(db), ...scheduleReaders(db), ...scheduleChanges(db) };
}

function scheduleAdder(db: Connection): (given: NewSchedule) => Schedule {
  const insert = db.prepare<unknown[], Row>(
    `INSERT INTO schedules (address, cadence, zone, line, quiet, created_by, created_at, origin, state, decided_until, next_slot)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'active', ?, ?)
     ON CONFLICT (origin) DO UPDATE SET origin = excluded.origin RETURNING *`,
  );
  return (given) => {
    const row = insert.get(
      JSON.stringify(addressColumns(given.destination)),
      JSON.stringify(given.cadence),
      given.zone,
      given.line.toWellFormed(),
      given.quietWhenNothing ? 1 : 0,
      JSON.stringify(given.createdBy),
      given.createdAt,
      given.origin,
      given.createdAt,
      given.nextSlot,
    );
    if (!row) throw new RangeError('SQLite returned no row for a schedule that it stored');
    return scheduleOf(row);
  };
}

function scheduleReaders(db: Connection): Pick<Synchronous<Schedules>, 'get' | 'all' | 'due'> {
  const byId = db.prepare<[number], Row>('SELECT * FROM schedules WHERE id = ?');
  const all = db.prepare<[], Row>('SELECT * FROM schedules ORDER BY id');
  const due = db.prepare<[string], Row>(
    "SELECT * FROM schedules WHERE state = 'active' AND next_slot <= ? ORDER BY next_slot, id",
  );
  return {
    get: (id) => {
      const row = byId.get(id);
      return row ? scheduleOf(row) : null;
    },
    all: () => all.all().map(scheduleOf),
    due: (now) => due.all(now.toISOString()).map(scheduleOf),
  };
}

function scheduleChanges(db: Connection): Pick<Synchronous<Schedules>, 'decide' | 'setState' | 'remove'> {
  const change = db.prepare(
    'UPDATE schedules SET state = ?, reason = ?, next_slot = ?, decided_until = max(decided_until, ?) WHERE id = ?',
  );
  const skip = db.prepare(SKIP_PLANNED);
  const remove = db.prepare('DELETE FROM schedules WHERE id = ?');
  const setState = db.transaction((id: number, { state, reason, nextSlot, at }: ScheduleChange): boolean => {
    if (change.run(state, reason, nextSlot, at.toISOString(), id).changes !== 1) return false;
    if (state !== 'active') skip.run(`Its schedule is ${state}.`, at.toISOString(), id);
    return true;
  });
  const removeWhole = db.transaction((id: number, at: Date): boolean => {
    if (remove.run(id).changes !== 1) return false;
    skip.run('Its schedule was removed.', at.toISOString(), id);
    return true;
  });
  return {
    decide: decider(db),
    setState: (id, given) => setState.immediate(id, given),
    remove: (id, at) => removeWhole.immediate(id, at),
  };
}

function decider(db: Connection): Synchronous<Schedules>['decide'] {
  const move = db.prepare(
    `UPDATE schedules SET decided_until = @decidedUntil, next_slot = @nextSlot, last_slot = coalesce(@slot, last_slot),
       skipped = skipped + @skipped, last_skipped = coalesce(@lastSkipped, last_skipped)
     WHERE id = @id AND state = 'active' AND decided_until = @was`,
  );
  const addDelivery = deliveryAdder(db);
  const decide = db.transaction<Synchronous<Schedules>['decide']>(
    ({ id, decidedUntil: was }, { delivery, ...moved }) => {
      if (move.run({ id, was, ...moved, slot: delivery?.dueAt ?? null }).changes !== 1) return false;
      if (delivery) addDelivery(delivery);
      return true;
    },
  );
  return (schedule, decision) => decide.immediate(schedule, decision);
}
