import { shortHash } from '../stories/identify-article.ts';
import type { Connection } from './connect.ts';

/** How long keys are stored. Platforms repeat an event for minutes, at most for a day. */
const KEPT_FOR_MS = 7 * 24 * 60 * 60 * 1000;

/** Typed lines behind buttons, and event keys already seen. */
export function openMemory(db: Connection): {
  keepLine: (line: string) => string;
  lineOf: (token: string) => string | null;
  once: (key: string, now: Date) => boolean;
  seen: (key: string) => boolean;
} {
  const keep = db.prepare('INSERT OR IGNORE INTO kept_lines (token, line) VALUES (?, ?)');
  const kept = db.prepare<[string], string>('SELECT line FROM kept_lines WHERE token = ?').pluck();
  const see = db.prepare('INSERT OR IGNORE INTO seen_keys (key, seen_at_ms) VALUES (?, ?)');
  const seen = db.prepare<[string], number>('SELECT 1 FROM seen_keys WHERE key = ?').pluck();
  const forget = db.prepare('DELETE FROM seen_keys WHERE seen_at_ms < ?');
  const seeFirst = db.transaction((key: string, nowMs: number) => {
    forget.run(nowMs - KEPT_FOR_MS);
    return see.run(key, nowMs).changes === 1;
  });
  return {
    keepLine: (given) => {
      const line = given.toWellFormed();
      const token = shortHash(line);
      if (kept.get(token) === undefined) keep.run(token, line);
      return token;
    },
    lineOf: (token) => kept.get(token) ?? null,
    seen: (key) => seen.get(key.toWellFormed()) !== undefined,
    once: (key, now) => seeFirst.immediate(key.toWellFormed(), now.getTime()),
  };
}
