import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DeliveryMeasures } from '../../src/deliver/measure-deliveries.ts';
import { Fault } from '../../src/kernel/fault.ts';
import type { Log } from '../../src/kernel/log.ts';
import type { Clock } from '../../src/kernel/time/clock.ts';

interface MetricsGiven {
  readonly port: number;
  readonly measures: DeliveryMeasures;
  readonly plannedAt: () => Date | null;
  readonly clock: Clock;
  readonly log: Log;
}

/** Deliveries count as stalled when the last complete planning is older than this, in ms. */
const STALE_MS = 3 * 60_000;

/** Serves `/healthz` and `/metrics` on a port, localhost only. Throws Fault `port-taken`. */
export async function serveMetrics({
  port,
  measures,
  plannedAt,
  clock,
  log,
}: MetricsGiven): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const answer = async (path: string): Promise<{ status: number; type: string; text: string }> => {
    if (path === '/metrics') {
      const { contentType, text } = await measures.read();
      return { status: 200, type: contentType, text };
    }
    if (path !== '/healthz')
      return { status: 404, type: 'text/plain', text: 'There is /healthz and /metrics.\n' };
    const planned = plannedAt();
    const well = planned !== null && Math.abs(clock().getTime() - planned.getTime()) < STALE_MS;
    const text = JSON.stringify({ ok: well, lastPlannedAt: planned?.toISOString() ?? null });
    return { status: well ? 200 : 503, type: 'application/json', text: `${text}\n` };
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*$/su, '');
    answer(path)
      .catch((error: unknown) => {
        log.error({ err: error }, 'metrics could not be read');
        return { status: 500, type: 'text/plain', text: 'The log says why.\n' };
      })
      .then(({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  }).catch((cause: unknown) => {
    throw new Fault('port-taken', `Port ${port}, VERBATIM_METRICS_PORT, cannot be listened on.`, {
      remedy: 'Choose another port, or leave the setting out.',
      cause,
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
