import type { Destination } from '../../../kernel/asker.ts';
import type { NewDelivery } from '../../../kernel/delivery.ts';
import type { Connection } from '../connect.ts';

/** A destination as SQLite stores it. */
export function addressColumns({ platform, channel, direct, name }: Destination): Destination {
  return { platform, channel: channel.toWellFormed(), direct, name: name.toWellFormed() };
}

/** Adds a delivery to the outbox. Returns false when its key is there already. */
export function deliveryAdder(db: Connection): (delivery: NewDelivery) => boolean {
  const insert = db.prepare(
    `INSERT INTO deliveries (key, platform, channel, direct, place, payload, schedule, planned_at, due_at, not_after, state, next_attempt_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', ?) ON CONFLICT (key) DO NOTHING`,
  );
  return ({ key, destination, payload, schedule, plannedAt, dueAt, notAfter }) => {
    const { platform, channel, direct, name } = addressColumns(destination);
    const text = JSON.stringify(payload);
    const added = insert.run(
      key.toWellFormed(),
      platform,
      channel,
      direct ? 1 : 0,
      name,
      text,
      schedule,
      plannedAt,
      dueAt,
      notAfter,
      plannedAt,
    );
    return added.changes === 1;
  };
}
