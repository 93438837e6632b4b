import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * Shapes of platform tokens. A token that is not configured is masked too: an error may quote a pasted one.
 */
const TOKEN_SHAPES = [
  /x(?:ox[a-z]|app)-[A-Za-z0-9-]{6,}/g, // Slack: bot, user, app-level
  /[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,}/g, // Discord bot
];

/**
 * A text in which `[secret]` replaces every given secret of four characters or more and everything shaped
 * like a token.
 */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) if (secret.length >= 4) masked = masked.replaceAll(secret, '[secret]');
  for (const shape of TOKEN_SHAPES) masked = masked.replace(shape, '[secret]');
  return masked;
}

/** A log that passes each event to `write` as one JSON line, with secrets masked. */
export function openLog(level: LogLevel, secrets: readonly string[], write: (line: string) => void): Log {
  const masked = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      write(maskSecrets(chunk.toString(), secrets));
      done();
    },
  });
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, masked);
}
