import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../../src/kernel/log.ts';
import { errorCode } from '../post/error-code.ts';

/**
 * Bolt's logger, which writes to our log. Drops debug lines: they contain what readers write, and
 * response_urls, which are as sensitive as a token for half an hour.
 */
export function routeLog(log: Log): Logger {
  const line = (parts: unknown[]) =>
    parts
      .map((part) => (part instanceof Error ? errorCode(part) : typeof part === 'string' ? part : ''))
      .join(' ')
      .trim();
  return {
    debug: () => {},
    info: (...parts: unknown[]) => log.debug({ from: 'bolt' }, line(parts)),
    warn: (...parts: unknown[]) => log.warn({ from: 'bolt' }, line(parts)),
    error: (...parts: unknown[]) => log.error({ from: 'bolt' }, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
