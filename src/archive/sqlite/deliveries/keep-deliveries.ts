import type { Delivery, DeliveryState, NewDelivery } from '../../../kernel/delivery.ts';
import type { Settlement } from '../../delivery-port.ts';
import type { Connection } from '../connect.ts';
import { deliveryAdder } from './add-delivery.ts';
import { openClaims } from './claim-deliveries.ts';
import { type DeliveryRow, deliveryOf } from './read-delivery.ts';

/** The outbox in SQLite. */
export function openDeliveries(db: Connection) {
  const adds = deliveryAdder(db);
  const { claim, renew, holders, release, nextAttemptAt } = openClaims(db);
  const expire = db.prepare<[string, string, string], DeliveryRow>(
    `UPDATE deliveries SET state = 'skipped', finished_at = ?, reason = coalesce(reason, ?)
     WHERE finished_at IS NULL AND state = 'planned' AND NOT uncertain AND not_after <= ? RETURNING *`,
  );
  const latest = db.prepare<[number], DeliveryRow>(
    'SELECT * FROM deliveries WHERE schedule = ? ORDER BY id DESC LIMIT 1',
  );
  const counts = db.prepare<[], { state: DeliveryState; n: number }>(
    'SELECT state, count(*) AS n FROM deliveries GROUP BY state',
  );
  const forget = db.prepare('DELETE FROM deliveries WHERE finished_at < ?');
  return {
    add: (delivery: NewDelivery): boolean => adds(delivery),
    claim,
    renew,
    settle: settler(db),
    holders,
    release,
    expire: (now: Date): Delivery[] =>
      expire.all(now.toISOString(), 'It could not be sent in time.', now.toISOString()).map(deliveryOf),
    nextAttemptAt,
    latest: (schedule: number): Delivery | null => {
      const row = latest.get(schedule);
      return row ? deliveryOf(row) : null;
    },
    counts: () => Object.fromEntries(counts.all().map(({ state, n }) => [state, n])),
    forget: (before: Date): number => forget.run(before.toISOString()).changes,
  };
}

/** Records how an attempt ended, if the process still holds the lease. */
function settler(
  db: Connection,
): (delivery: Pick<Delivery, 'id'>, owner: string, how: Settlement) => boolean {
  const adds = deliveryAdder(db);
  const put = db.prepare<unknown[], DeliveryRow>(
    `UPDATE deliveries SET state = @state, next_attempt_at = coalesce(@nextAttemptAt, next_attempt_at), uncertain = @uncertain,
       ref = @ref, reason = @reason, finished_at = @at, late = @late, owner = NULL, lease_until = NULL
     WHERE id = @id AND owner = @owner AND state = 'sending' RETURNING *`,
  );
  const inform = db.prepare(
    "UPDATE schedules SET last_sent_until = max(coalesce(last_sent_until, ''), ?) WHERE id = ?",
  );
  const stop = db.prepare(
    "UPDATE schedules SET state = 'stopped', reason = ?, next_slot = NULL WHERE id = ? AND state = 'active'",
  );
  const stopWatches = db.prepare(
    "UPDATE watches SET stopped = ? WHERE stopped IS NULL AND number IN (SELECT value FROM json_each(?, '$.watches'))",
  );
  const giveBack = db.prepare('UPDATE watch_hits SET delivery = NULL WHERE delivery = ?');
  const stopped = (reason: string, { schedule, key, payload }: DeliveryRow): boolean => {
    if (schedule !== null) return stop.run(reason, schedule).changes > 0;
    giveBack.run(key);
    return stopWatches.run(reason, payload).changes > 0;
  };
  const settle = db.transaction(({ id }: Pick<Delivery, 'id'>, owner: string, how: Settlement): boolean => {
    const row = put.get({ id, owner, ...columnsOf(how) });
    if (!row) return false;
    if (how.kind === 'sent' || how.kind === 'silent') inform.run(row.first_tried_at, row.schedule);
    // Notices are sent once: a second refusal finds the schedule stopped.
    if (how.kind === 'refused' && stopped(how.reason.toWellFormed(), row))
      for (const notice of how.notices) adds(notice);
    return true;
  });
  return (delivery, owner, how) => settle.immediate(delivery, owner, how);
}

function columnsOf(how: Settlement) {
  const none = { nextAttemptAt: null, uncertain: 0, ref: null, reason: null, late: 0 };
  if (how.kind === 'again') {
    const { nextAttemptAt, reason, uncertain } = how;
    const again = { nextAttemptAt: nextAttemptAt.toISOString(), reason, uncertain: uncertain ? 1 : 0 };
    return { ...none, ...again, state: 'planned', at: null };
  }
  const ended = { ...none, state: how.kind, at: how.at.toISOString() };
  if (how.kind === 'sent') return { ...ended, ref: how.ref.toWellFormed(), late: how.late ? 1 : 0 };
  return how.kind === 'silent' ? ended : { ...ended, reason: how.reason.toWellFormed() };
}
