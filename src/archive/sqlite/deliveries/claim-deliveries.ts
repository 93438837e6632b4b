import type { PlatformId } from '../../../kernel/asker.ts';
import type { Delivery } from '../../../kernel/delivery.ts';
import type { Claim } from '../../delivery-port.ts';
import type { Connection } from '../connect.ts';
import { type DeliveryRow, deliveryOf } from './read-delivery.ts';

/** Leases of deliveries. Each claim is one transaction that takes the write lock first. */
export function openClaims(db: Connection) {
  // The JSON array is destinationKey in kernel/asker.ts. min(id) makes SQLite take the other columns from that row (https://sqlite.org/lang_select.html#bareagg).
  const ready = db.prepare<unknown[], DeliveryRow & { readonly first: number }>(
    `SELECT d.*, min(d.id) AS first FROM deliveries d
     WHERE d.finished_at IS NULL AND (d.state = 'planned' AND d.next_attempt_at <= @now OR d.state = 'sending' AND d.lease_until <= @now)
       AND d.platform IN (SELECT value FROM json_each(@platforms))
       AND json_array(d.platform, d.channel, json(iif(d.direct, 'true', 'false'))) NOT IN (SELECT value FROM json_each(@busy))
       AND NOT EXISTS (SELECT 1 FROM deliveries e
         WHERE e.schedule = d.schedule AND e.id < d.id AND e.finished_at IS NULL)
     GROUP BY d.platform, d.channel, d.direct ORDER BY d.due_at, first LIMIT @limit`,
  );
  const take = db.prepare<unknown[], DeliveryRow>(
    `UPDATE deliveries SET uncertain = uncertain OR state = 'sending', state = 'sending', owner = @owner, lease_until = @leaseUntil,
       attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, @now) WHERE id = @id RETURNING *`,
  );
  const claim = db.transaction(({ owner, platforms, now, leaseUntil, busy, limit }: Claim): Delivery[] => {
    const at = now.toISOString();
    const given = { now: at, platforms: JSON.stringify(platforms), busy: JSON.stringify(busy), limit };
    const taken = ready
      .all(given)
      .flatMap(({ id }) => take.get({ id, owner, leaseUntil: leaseUntil.toISOString(), now: at }) ?? []);
    return taken.map(deliveryOf);
  });
  const renew = db.prepare(
    "UPDATE deliveries SET lease_until = ? WHERE id = ? AND owner = ? AND state = 'sending'",
  );
  const holders = db
    .prepare<[], string>(
      "SELECT DISTINCT owner FROM deliveries WHERE finished_at IS NULL AND state = 'sending' AND owner IS NOT NULL",
    )
    .pluck();
  const release = db.prepare(
    "UPDATE deliveries SET state = 'planned', uncertain = 1, owner = NULL, next_attempt_at = ? WHERE finished_at IS NULL AND owner = ? AND state = 'sending'",
  );
  const next = db
    .prepare<[string], string | null>(
      `SELECT min(CASE state WHEN 'planned' THEN next_attempt_at ELSE lease_until END) FROM deliveries d
       WHERE d.finished_at IS NULL AND platform IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM deliveries e
         WHERE e.schedule = d.schedule AND e.id < d.id AND e.finished_at IS NULL)`,
    )
    .pluck();
  return {
    claim: (given: Claim): Delivery[] => claim.immediate(given),
    renew: ({ id }: Pick<Delivery, 'id'>, owner: string, leaseUntil: Date): boolean =>
      renew.run(leaseUntil.toISOString(), id, owner).changes === 1,
    holders: (): string[] => holders.all(),
    release: (owner: string, next: Date): number => release.run(next.toISOString(), owner).changes,
    nextAttemptAt: (platforms: readonly PlatformId[]): string | null =>
      next.get(JSON.stringify(platforms)) ?? null,
  };
}
