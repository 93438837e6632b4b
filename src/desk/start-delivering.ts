import { setTimeout as pause } from 'node:timers/promises';
import { nameOwner, ownerMayLive } from '../deliver/name-owner.ts';
import type { DeliveryEvent } from '../deliver/note-event.ts';
import { tickEachMinute } from '../deliver/tick-each-minute.ts';
import type { Courier } from '../kernel/delivery.ts';
import type { Log } from '../kernel/log.ts';
import type { Delivering } from './desk.ts';

export interface DeliveringGiven {
  readonly couriers: readonly Courier[];
  readonly random: () => number;
  readonly log: Log;
  readonly watch?: ((event: DeliveryEvent) => void) | undefined;
}

/** Delivers once a minute until it is stopped. Stopping waits for the sends under way. */
export function startDelivering(
  desk: Pick<Delivering, 'deliver'>,
  { couriers, random, log, watch }: DeliveringGiven,
): { stop(): Promise<void>; plannedAt(): Date | null } {
  const owner = nameOwner(process.pid, random);
  const delivering = desk.deliver({
    couriers,
    sleep: async (ms, signal) => {
      // An aborted sleep ends early without an error.
      await pause(ms, undefined, { signal }).catch(() => {});
    },
    owner,
    mayLive: (other) => ownerMayLive(other, owner, runs),
    watch,
  });
  const ticking = tickEachMinute(() => delivering.tick(), log);
  return {
    plannedAt: () => delivering.plannedAt(),
    stop: async () => {
      await ticking.stop();
      await delivering.close();
    },
  };
}

/** Whether a process with that id runs on this machine. Signal 0 only checks. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
