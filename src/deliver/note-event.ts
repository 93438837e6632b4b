import type { Delivery, NewDelivery } from '../kernel/delivery.ts';
import type { Log } from '../kernel/log.ts';
import type { Schedule } from '../kernel/schedule.ts';

/** An event of the delivery loop. Each event is logged and counted. */
export type DeliveryEvent =
  | { readonly kind: 'planned'; readonly delivery: NewDelivery; readonly late: boolean }
  | {
      readonly kind: 'missed';
      readonly schedule: Schedule;
      readonly missed: number;
      readonly last: Date | null;
    }
  | { readonly kind: 'rewound'; readonly schedule: Schedule }
  | {
      readonly kind: 'sent';
      readonly delivery: Delivery;
      readonly ref: string;
      readonly late: boolean;
      /** The message was already there: an earlier attempt had delivered it. */
      readonly found: boolean;
      readonly tookMs: number;
    }
  | { readonly kind: 'silent'; readonly delivery: Delivery }
  | {
      readonly kind: 'again';
      readonly delivery: Delivery;
      readonly reason: string;
      readonly uncertain: boolean;
      readonly inMs: number;
    }
  | { readonly kind: 'skipped' | 'refused' | 'failed'; readonly delivery: Delivery; readonly reason: string }
  /** Deliveries that a dead process had begun; this process takes them over. */
  | { readonly kind: 'released'; readonly owner: string; readonly deliveries: number }
  /** Another process holds the lease of a delivery that this process was about to send or record. */
  | { readonly kind: 'lost'; readonly delivery: Delivery }
  /** The message was sent, but recording that failed; recording is retried. */
  | { readonly kind: 'unrecorded'; readonly delivery: Delivery; readonly error: unknown }
  | { readonly kind: 'fault'; readonly doing: 'planning' | 'sending'; readonly error: unknown };

function about({ key, destination, dueAt }: NewDelivery) {
  return { key, to: `${destination.platform}:${destination.channel}`, dueAt };
}

interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly text: string;
}

/** Logs an event: lost, delayed or taken-over work as a warning, our own faults as errors. */
export function logEvent(log: Log, event: DeliveryEvent): void {
  const { level, fields, text } = lineOf(event);
  log[level](fields, text);
}

function lineOf(event: DeliveryEvent): LogLine {
  switch (event.kind) {
    case 'planned':
      return info({ ...about(event.delivery), late: event.late }, 'delivery planned');
    case 'missed': {
      const { id } = event.schedule;
      const last = event.last?.toISOString();
      return warn({ schedule: id, missed: event.missed, last }, 'slots came too late and were skipped');
    }
    case 'rewound':
      return warn({ schedule: event.schedule.id }, 'the clock was set back; slots are planned from now on');
    case 'sent': {
      const { ref, late, found, tookMs, delivery } = event;
      const said = found ? 'delivery found sent' : late ? 'delivery sent late' : 'delivery sent';
      return info({ ...about(delivery), ref, late, tookMs, attempts: delivery.attempts }, said);
    }
    case 'silent':
      return info(about(event.delivery), 'nothing new, nothing sent');
    case 'again': {
      const { reason, uncertain, inMs, delivery } = event;
      return warn({ ...about(delivery), reason, uncertain, inMs }, 'delivery failed and is tried again');
    }
    case 'skipped':
    case 'refused':
    case 'failed':
      return warn({ ...about(event.delivery), reason: event.reason }, `delivery ${event.kind}`);
    case 'released':
      return warn({ owner: event.owner, deliveries: event.deliveries }, 'took over from a lost process');
    case 'lost':
      return warn(about(event.delivery), 'another process has taken over this delivery');
    case 'unrecorded':
      return failure(
        { ...about(event.delivery), err: event.error },
        'a delivery was sent and could not be recorded yet',
      );
    case 'fault':
      return failure({ err: event.error }, `${event.doing} failed and is tried again at the next minute`);
    default:
      return event satisfies never;
  }
}

const info = (fields: object, text: string): LogLine => ({ level: 'info', fields, text });
const warn = (fields: object, text: string): LogLine => ({ level: 'warn', fields, text });
const failure = (fields: object, text: string): LogLine => ({ level: 'error', fields, text });
