import { describe, expect, it } from 'vitest';
import { serveMetrics } from '../../adapters/metrics/serve-metrics.ts';
import { measureDeliveries } from '../../src/deliver/measure-deliveries.ts';
import { openLog } from '../../src/kernel/log.ts';
import { aDelivery, aSchedule } from '../builders/a-schedule.ts';
import { heldClock, openHouse } from './a-house.ts';

describe('metrics', () => {
  it('tell on a port of this machine what was sent and whether planning goes on', async () => {
    const clock = heldClock('2026-03-11T12:10:00.000Z');
    const house = openHouse(clock);
    const measures = measureDeliveries({
      counts: () => house.archive.deliveries.counts(),
      plannedAt: () => house.delivery.plannedAt(),
    });
    const served = await serveMetrics({
      port: 0,
      measures,
      plannedAt: () => house.delivery.plannedAt(),
      clock: clock.now,
      log: openLog('silent', [], () => {}),
    });
    const get = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${served.port}${path}`);
      return { status: response.status, text: await response.text() };
    };
    expect(await get('/healthz')).toEqual({ status: 503, text: '{"ok":false,"lastPlannedAt":null}\n' });
    await house.archive.schedules.add(aSchedule());
    await house.archive.deliveries.add(
      aDelivery('elsewhere', {
        destination: { platform: 'discord', channel: '1', direct: false, name: '#a' },
      }),
    );
    await house.delivery.tick();
    for (const event of house.events) measures.watch(event);
    expect(await get('/healthz')).toMatchObject({ status: 200 });
    const { text } = await get('/metrics');
    expect(text).toContain('verbatim_delivery_events_total{event="sent",platform="slack"} 1');
    expect(text).toContain('verbatim_deliveries_late_total 1');
    expect(text).toContain('verbatim_outbox_deliveries{state="planned"} 1');
    expect(text).toContain('verbatim_outbox_deliveries{state="sent"} 1');
    clock.move(5);
    expect(await get('/healthz')).toMatchObject({ status: 503 });
    expect(await get('/passwords')).toMatchObject({ status: 404 });
    await expect(
      serveMetrics({
        port: served.port,
        measures,
        plannedAt: () => null,
        clock: clock.now,
        log: openLog('silent', [], () => {}),
      }),
    ).rejects.toMatchObject({ code: 'port-taken' });
    await served.stop();
  });
});
