import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Shapes of platform tokens, masked even when they are not the configured ones (a stray paste in an error, say). */
const TOKEN_SHAPES = [
  /x(?:ox[a-z]|app)-[A-Za-z0-9-]{6,}/g, // Slack: bot, user, app-level
  /[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,}/g, // Discord bot
];

/** The text with every given secret, and anything shaped like a token, replaced by `[secret]`. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) if (secret.length >= 4) masked = masked.replaceAll(secret, '[secret]');
  for (const shape of TOKEN_SHAPES) masked = masked.replace(shape, '[secret]');
  return masked;
}

/** Structured lines (JSON, one an event) to `write`, with no secret in any of them. */
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
