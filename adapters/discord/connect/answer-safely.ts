import { DiscordAPIError, HTTPError } from 'discord.js';
import type { Log } from '../../../src/kernel/log.ts';

/**
 * Describes an error for the log without secrets. The URL is left out, because an interaction’s URL contains
 * its token.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof DiscordAPIError)
    return {
      name: error.name,
      code: error.code,
      status: error.status,
      method: error.method,
      say: error.message,
    };
  if (error instanceof HTTPError) return { name: error.name, status: error.status, method: error.method };
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? error.code : undefined;
  return { name: error.name, code, say: error.message, stack: error.stack };
}

/**
 * Runs an answer and never throws. An error is logged under `reference`, and the person gets one sentence
 * with that reference.
 */
export async function answerSafely(
  { log, reference, what }: { log: Log; reference: string; what: string },
  answer: () => Promise<void>,
  tell: (say: string) => Promise<unknown>,
): Promise<void> {
  try {
    await answer();
  } catch (error) {
    log.error({ reference, error: describeError(error) }, `${what} failed`);
    const say = `That could not be shown here. Ask again in a moment; if it happens again, give your editor this reference: ${reference}.`;
    await tell(say).catch((second: unknown) => {
      log.warn({ reference, error: describeError(second) }, `${what}: the reader could not be told`);
    });
  }
}
