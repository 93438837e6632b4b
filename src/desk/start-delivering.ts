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

/** Delivers in this process, once a minute, until it is stopped; what is being sent then is finished first. */
export function startDelivering(
  desk: Pick<Delivering, 'deliver'>,
  { couriers, random, log, watch }: DeliveringGiven,
): { stop(): Promise<void>; plannedAt(): Date | null } {
  const owner = nameOwner(process.pid, random);
  const delivering = desk.deliver({
    couriers,
    sleep: async (ms, signal) => {
      // Stopped is as good as slept.
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

/** Whether a process of this machine has that id; signal 0 only asks. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
