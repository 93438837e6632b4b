import { createHash } from 'node:crypto';
import { type Destination, destinationKey } from '../asker.ts';

// The key of a delivery is unique for ever, and at most 60 characters long: the outbox sends one delivery for each key,
// whatever plans it again after a crash or in another process. Stored keys must keep their format.

/** The delivery of a schedule for one slot; slots are whole minutes. */
export function slotKey(schedule: number, slot: Date): string {
  return `${schedule}@${slot.toISOString().slice(0, 16)}Z`;
}

/** The delivery that `send now` asks for: asked for twice within a minute, it is sent once. */
export function sendNowKey(schedule: number, now: Date): string {
  return `${schedule}@${now.toISOString().slice(0, 16)}+`;
}

/** The alert of some watch hits at a destination. `resumed`: when its watches were resumed after a refusal, which makes a new key. */
export function alertKey(
  destination: Destination,
  hits: readonly { readonly watch: number; readonly articleId: string }[],
  resumed: readonly string[],
): string {
  const digest = createHash('sha256')
    .update(destinationKey(destination))
    .update(JSON.stringify(hits.map(({ watch, articleId }) => [watch, articleId])))
    .update(resumed.join())
    .digest('hex');
  return `alert-${digest.slice(0, 32)}`;
}

/** The notice to person `nth` (from 0) that the delivery `key` was refused and what asked for it is stopped. */
export function stoppedKey(key: string, nth: number): string {
  return `stopped-${key}${nth ? `-${nth + 1}` : ''}`;
}
