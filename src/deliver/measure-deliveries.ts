import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Deliveries } from '../archive/delivery-port.ts';
import type { DeliveryEvent } from './note-event.ts';

/** Prometheus metrics of deliveries. */
export interface DeliveryMeasures {
  readonly watch: (event: DeliveryEvent) => void;
  /** The metrics in Prometheus’ text format. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Creates the metrics. Events are counted as they happen; the outbox is counted at each scrape. */
export function measureDeliveries({
  counts,
  plannedAt,
}: Pick<Deliveries, 'counts'> & { readonly plannedAt: () => Date | null }): DeliveryMeasures {
  const register = new Registry();
  const registers = [register];
  const events = new Counter({
    name: 'verbatim_delivery_events_total',
    help: 'What happened to deliveries: planned, sent, silent, again, skipped, refused, failed, lost, fault …',
    labelNames: ['event', 'platform'] as const,
    registers,
  });
  const late = new Counter({
    name: 'verbatim_deliveries_late_total',
    help: 'Deliveries that were sent noticeably after they were due',
    registers,
  });
  const missed = new Counter({
    name: 'verbatim_slots_missed_total',
    help: 'Slots that came too late to be sent',
    registers,
  });
  const seconds = new Histogram({
    name: 'verbatim_delivery_seconds',
    help: 'How long an attempt took that sent its message, waiting for its turn included',
    buckets: [0.1, 0.3, 1, 3, 10, 30, 100],
    registers,
  });
  new Gauge({
    name: 'verbatim_outbox_deliveries',
    help: 'Deliveries that are remembered, by state',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      this.reset();
      for (const [state, n] of Object.entries(await counts())) this.set({ state }, n);
    },
  });
  new Gauge({
    name: 'verbatim_last_planned_seconds',
    help: 'When all that was due was last planned, in seconds since 1970',
    registers,
    collect() {
      this.set((plannedAt()?.getTime() ?? 0) / 1000);
    },
  });
  return {
    watch: (event) => {
      const platform = 'delivery' in event ? event.delivery.destination.platform : 'none';
      events.inc({ event: event.kind, platform });
      if (event.kind === 'missed') missed.inc(event.missed);
      if (event.kind !== 'sent') return;
      if (event.late) late.inc();
      if (!event.found) seconds.observe(event.tookMs / 1000);
    },
    read: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  };
}
