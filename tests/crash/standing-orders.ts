import { openSqliteArchive } from '../../src/archive/sqlite/open-archive.ts';
import type { Destination } from '../../src/kernel/asker.ts';
import { CHANNEL as DISCORD_CHANNEL, READER } from '../discord/peer/build-events.ts';
import { ASKER, CHANNEL as SLACK_CHANNEL } from '../slack/peer/workspace.ts';

export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/**
 * Hours between the slots of an order. What is not sent by a schedule's next slot is skipped, as it should be; 18 real minutes at the
 * bots' speed are longer than any bad stretch of a line.
 */
const EVERY_HOURS = 6;
const EVERY_MS = EVERY_HOURS * HOUR_MS;

const LINES = ['latest', 'said Nicholas Burns', 'brief since 2023-10-01', 'find working group'];
const ADDRESSES: readonly Destination[] = [
  { platform: 'slack', channel: SLACK_CHANNEL, direct: false, name: '#general' },
  { platform: 'slack', channel: ASKER, direct: true, name: 'direct messages' },
  { platform: 'discord', channel: DISCORD_CHANNEL, direct: false, name: '#desk' },
  { platform: 'discord', channel: READER.id, direct: true, name: 'direct messages' },
];

export interface Order {
  readonly id: number;
  /** Due every EVERY_HOURS hours, so many minutes after a multiple of them since midnight UTC. */
  readonly minute: number;
}

/** Stores standing orders over both platforms, spread over the day. */
export async function place(archiveFile: string, schedules: number, now: Date): Promise<Order[]> {
  const archive = openSqliteArchive({ file: archiveFile });
  const orders: Order[] = [];
  for (let n = 0; n < schedules; n += 1) {
    const minute = (n * 7) % (EVERY_HOURS * 60);
    const first = new Date(Math.floor(now.getTime() / EVERY_MS) * EVERY_MS + minute * MINUTE_MS);
    if (first <= now) first.setTime(first.getTime() + EVERY_MS);
    const destination = ADDRESSES[n % ADDRESSES.length];
    if (!destination) continue;
    const { id } = await archive.schedules.add({
      destination,
      cadence: { kind: 'cron', expression: `${minute % 60} ${hoursOf(minute)} * * *` },
      zone: 'UTC',
      line: LINES[Math.floor(n / ADDRESSES.length) % LINES.length] ?? 'latest',
      quietWhenNothing: false,
      createdBy: { id: ASKER, name: 'editor', address: null },
      createdAt: now.toISOString(),
      origin: null,
      nextSlot: first.toISOString(),
    });
    orders.push({ id, minute });
  }
  await archive.close();
  return orders;
}

/** The hours of the day of an order, as a cron field. */
function hoursOf(minute: number): string {
  const first = Math.floor(minute / 60);
  return Array.from({ length: 24 / EVERY_HOURS }, (_, n) => first + n * EVERY_HOURS).join(',');
}

/** The keys of all slots in a stretch of time, by plain arithmetic. */
export function expected(orders: readonly Order[], { from, to }: { from: Date; to: Date }): string[] {
  const keys: string[] = [];
  const begin = Math.floor(from.getTime() / EVERY_MS) * EVERY_MS;
  for (let time = begin; time <= to.getTime(); time += EVERY_MS)
    for (const { id, minute } of orders) {
      const slot = time + minute * MINUTE_MS;
      if (slot > from.getTime() && slot <= to.getTime())
        keys.push(`${id}@${new Date(slot).toISOString().slice(0, 16)}Z`);
    }
  return keys;
}
