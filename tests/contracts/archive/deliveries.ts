import { describe } from 'vitest';
import { describeClaims } from './deliveries/claims.ts';
import { describeEndings } from './deliveries/endings.ts';
import { describePlanned } from './deliveries/planned.ts';
import { describeSchedules } from './deliveries/schedules.ts';
import type { OpenedArchive } from './opened-archive.ts';

/** What every archive must do with schedules and the outbox. */
export function deliveriesContract(name: string, open: () => Promise<OpenedArchive>): void {
  describe(`${name} as an outbox`, () => {
    describeSchedules(open);
    describeClaims(open);
    describeEndings(open);
    describePlanned(open);
  });
}
