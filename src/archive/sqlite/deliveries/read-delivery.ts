import type { PlatformId } from '../../../kernel/asker.ts';
import type { Delivery, DeliveryPayload, DeliveryState } from '../../../kernel/delivery.ts';

export interface DeliveryRow {
  readonly id: number;
  readonly key: string;
  readonly platform: PlatformId;
  readonly channel: string;
  readonly direct: number;
  readonly place: string;
  readonly payload: string;
  readonly schedule: number | null;
  readonly planned_at: string;
  readonly due_at: string;
  readonly not_after: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly next_attempt_at: string;
  readonly first_tried_at: string | null;
  readonly owner: string | null;
  readonly lease_until: string | null;
  readonly uncertain: number;
  readonly ref: string | null;
  readonly reason: string | null;
  readonly finished_at: string | null;
  readonly late: number;
}

export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    key: row.key,
    destination: { platform: row.platform, channel: row.channel, direct: row.direct === 1, name: row.place },
    // Only deliveryAdder writes this column, from this type.
    payload: JSON.parse(row.payload) as DeliveryPayload,
    schedule: row.schedule,
    plannedAt: row.planned_at,
    dueAt: row.due_at,
    notAfter: row.not_after,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    firstTriedAt: row.first_tried_at,
    uncertain: row.uncertain === 1,
    ref: row.ref,
    reason: row.reason,
    finishedAt: row.finished_at,
    late: row.late === 1,
  };
}
