import type { Settlement } from '../archive/delivery-port.ts';
import type { Courier, Delivery, SendOutcome } from '../kernel/delivery.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import type { Pace } from './keep-pace.ts';
import { isLate } from './plan-due.ts';
import { retryDelayMs, SETTLED_MS } from './retry-delay.ts';
import { refusalOf } from './stop-refused.ts';

/** How long a lease on a delivery lasts. Each tick renews it. */
export const LEASE_MS = 3 * 60_000;
/**
 * How much earlier a platform's time of a message may be than our time of the attempt. Our clock may have been 2 h
 * ahead (AHEAD_MS in plan-slots.ts), and the platform's 1.5 h behind: an hour for a wrong zone, and a margin.
 */
const CLOCK_SKEW_MS = 3.5 * 3_600_000;
/** How long after its last useful moment an uncertain delivery is still looked for. */
const ASKED_FOR_MS = 24 * 3_600_000;

/** How an attempt ended. `found`: an earlier attempt had arrived. */
export interface Attempted {
  readonly settlement: Settlement;
  readonly found: boolean;
}

/** Attempts a claimed delivery once. Returns null when another process holds it now. Throws only what the archive throws. */
export async function attemptDelivery(
  delivery: Delivery,
  courier: Courier,
  parts: AttemptParts,
): Promise<Attempted | null> {
  if (delivery.uncertain) {
    const known = await lookFor(delivery, courier, parts);
    if (known) return { settlement: known, found: known.kind === 'sent' };
  }
  const settlement = await sendOnce(delivery, courier, parts);
  return settlement && { settlement, found: false };
}

type AttemptParts = DeliveryParts & { readonly pace: Pace; readonly signal: AbortSignal };

async function sendOnce(
  delivery: Delivery,
  courier: Courier,
  parts: AttemptParts,
): Promise<Settlement | null> {
  const { clock, archive, owner, pace, sleep, signal } = parts;
  if (clock().getTime() >= Date.parse(delivery.notAfter))
    return { kind: 'skipped', at: clock(), reason: delivery.reason ?? 'It could not be sent in time.' };
  const late = isLate(delivery, clock());
  const composed = await compose(delivery, late, parts);
  if (composed.kind !== 'card') return composed.settlement;
  const wait = pace.takeTurn(delivery.destination.platform, clock().getTime());
  if (wait) await sleep(wait, signal);
  if (signal.aborted) return again(delivery, parts, { reason: 'The bot was stopped.', afterMs: 0 });
  // A process that stalled past its lease must not send: another process may have sent the delivery.
  const lease = new Date(clock().getTime() + LEASE_MS);
  if (!(await archive.deliveries.renew(delivery, owner, lease))) return null;
  const outcome = await handOver(delivery, courier, composed.card);
  const asked = outcome.kind === 'later' ? outcome.afterMs : null;
  pace.rest(delivery.destination, clock().getTime(), asked);
  return settlementOf(outcome, delivery, { late, parts });
}

async function handOver(
  { destination, key }: Delivery,
  courier: Courier,
  card: Parameters<Courier['send']>[1],
): Promise<SendOutcome> {
  try {
    return await courier.send(destination, card, key);
  } catch (error) {
    // A courier must not throw. If it does, the attempt is uncertain.
    return { kind: 'uncertain', reason: `Sending broke off: ${sayError(error)}` };
  }
}

/** Looks for an uncertain attempt. Returns its outcome, or null when it certainly did not arrive. */
async function lookFor(
  delivery: Delivery,
  courier: Courier,
  parts: DeliveryParts,
): Promise<Settlement | null> {
  const { destination, key, firstTriedAt, dueAt, plannedAt, notAfter } = delivery;
  const earliest = [firstTriedAt, dueAt, plannedAt].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  const found = await courier
    .find(destination, key, new Date(Math.min(...earliest) - CLOCK_SKEW_MS))
    .catch((error: unknown) => ({ kind: 'unknown' as const, reason: sayError(error) }));
  switch (found.kind) {
    case 'found': {
      const tried = new Date(firstTriedAt ?? dueAt);
      return { kind: 'sent', at: parts.clock(), ref: found.ref, late: isLate(delivery, tried) };
    }
    case 'absent':
      return null;
    case 'unknown': {
      const reason = `It may have arrived, and that could not be found out: ${found.reason}`;
      if (parts.clock().getTime() > Date.parse(notAfter) + ASKED_FOR_MS)
        return { kind: 'failed', at: parts.clock(), reason };
      return again(delivery, parts, { reason, afterMs: null, uncertain: true });
    }
    default:
      return found satisfies never;
  }
}

type Ready =
  | { readonly kind: 'card'; readonly card: Parameters<Courier['send']>[1] }
  | { readonly kind: 'settled'; readonly settlement: Settlement };

async function compose(delivery: Delivery, late: boolean, parts: DeliveryParts): Promise<Ready> {
  const { archive, clock } = parts;
  const schedule = delivery.schedule === null ? null : await archive.schedules.get(delivery.schedule);
  const until = delivery.firstTriedAt ?? clock().toISOString();
  const composed = await parts
    .compose(delivery, { after: schedule?.lastSentUntil ?? null, until, late })
    .catch((error: unknown) => ({ kind: 'later' as const, reason: sayError(error) }));
  switch (composed.kind) {
    case 'card':
      return composed;
    case 'silent':
      return { kind: 'settled', settlement: { kind: 'silent', at: clock() } };
    case 'later':
      return {
        kind: 'settled',
        settlement: again(delivery, parts, { reason: composed.reason, afterMs: null }),
      };
    case 'refused':
      return { kind: 'settled', settlement: await refusalOf(delivery, composed.reason, parts) };
    default:
      return composed satisfies never;
  }
}

async function settlementOf(
  outcome: SendOutcome,
  delivery: Delivery,
  { late, parts }: { late: boolean; parts: DeliveryParts },
): Promise<Settlement> {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', at: parts.clock(), ref: outcome.ref, late };
    case 'later':
      return again(delivery, parts, outcome);
    case 'uncertain':
      return again(delivery, parts, { reason: outcome.reason, afterMs: null, uncertain: true });
    case 'refused':
      return refusalOf(delivery, outcome.reason, parts);
    default:
      return outcome satisfies never;
  }
}

function again(
  { attempts }: Delivery,
  { clock, random }: DeliveryParts,
  { reason, afterMs, uncertain = false }: { reason: string; afterMs: number | null; uncertain?: boolean },
): Settlement {
  const wished = afterMs ?? retryDelayMs(attempts, random);
  const ms = uncertain ? Math.max(wished, SETTLED_MS) : wished;
  return { kind: 'again', nextAttemptAt: new Date(clock().getTime() + ms), reason, uncertain };
}

function sayError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
