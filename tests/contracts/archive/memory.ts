import { describe, expect, test } from 'vitest';
import { type OpenedArchive, openForEach } from './opened-archive.ts';

export function describeMemory(open: () => Promise<OpenedArchive>): void {
  describe('memory', () => {
    const opened = openForEach(open);
    test('keeps a typed line under a token, the same for the same line', async () => {
      const line = 'who said “sustained conversation” by:blinken';
      const token = await opened.archive.keyValues.keepLine(line);
      expect(token).toMatch(/^[0-9a-f]{16}$/);
      expect(await opened.archive.keyValues.keepLine(line)).toBe(token);
      expect(await opened.archive.keyValues.keepLine('latest')).not.toBe(token);
      expect(await opened.archive.keyValues.lineOf(token)).toBe(line);
      expect(await opened.archive.keyValues.lineOf('0000000000000000')).toBeNull();
    });

    test('sees a key once, and forgets it only after a week', async () => {
      const day = (n: number) => new Date(Date.UTC(2024, 4, n));
      expect(await opened.archive.keyValues.seen('event-1')).toBe(false);
      expect(await opened.archive.keyValues.once('event-1', day(1))).toBe(true);
      expect(await opened.archive.keyValues.seen('event-1')).toBe(true);
      expect(await opened.archive.keyValues.seen('event-2')).toBe(false);
      expect(await opened.archive.keyValues.once('event-1', day(1))).toBe(false);
      expect(await opened.archive.keyValues.once('event-2', day(3))).toBe(true);
      expect(await opened.archive.keyValues.once('event-1', day(8))).toBe(false);
      expect(await opened.archive.keyValues.once('event-1', day(9))).toBe(true);
      expect(await opened.archive.keyValues.once('event-2', day(9))).toBe(false);
    });
  });
}
