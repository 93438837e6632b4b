import { schedule } from 'node-cron';
import type { Log } from '../kernel/log.ts';

/**
 * Calls `tick` now and at the start of every minute. node-cron serves only as a ticker: its own schedules
 * skip times in a spring DST gap and times missed by a blocked event loop.
 */
export function tickEachMinute(tick: () => Promise<void>, log: Log): { stop(): Promise<void> } {
  const task = schedule('* * * * *', () => void tick(), {
    name: 'deliveries',
    suppressMissedWarning: true,
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.warn({ ticker: message }, 'the minute’s tick'),
      error: (message) => log.error({ ticker: String(message) }, 'the minute’s tick failed'),
    },
  });
  void tick();
  return {
    stop: async () => {
      await task.destroy();
    },
  };
}
