import { schedule } from 'node-cron';
import type { Log } from '../kernel/log.ts';

/**
 * Calls back now and at the beginning of every minute. node-cron only ticks: of itself it skips times in a spring gap and what a blocked
 * loop missed.
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
