import { describe, expect, test } from 'vitest';
import type { OpenedArchive } from '../opened-archive.ts';
import { openOutbox } from './opened-outbox.ts';

export function describePlanned(open: () => Promise<OpenedArchive>): void {
  describe('what is planned', () => {
    const { add, claimOne } = openOutbox(open);

    test('whatever a payload holds comes back unchanged', async () => {
      const text = `'; DROP TABLE deliveries; -- \u0000 😀 “${'x'.repeat(5_000)}”`;
      await add('a', { payload: { kind: 'notice', title: '{"', text } });
      expect((await claimOne()).payload).toEqual({
        kind: 'notice',
        title: '{"',
        text,
      });
    });
  });
}
