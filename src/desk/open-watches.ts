import { type Alert, composeAlert } from '../answer/compose-alert.ts';
import type { Person } from '../answer/tools.ts';
import type { Archive } from '../archive/port.ts';
import { planAlerts } from '../deliver/plan-alerts.ts';
import type { Card } from '../kernel/card.ts';
import type { Clock } from '../kernel/clock.ts';

/** What delivery asks of the watches. */
export interface WatchRoom {
  /** Looks at what arrived since the last time and puts alerts into the outbox; gives how many. */
  plan(): Promise<number>;
  /** The words an alert tells; null when nothing of it stands any more. */
  compose(alert: Alert): Promise<Card | null>;
}

export function openWatchRoom(parts: {
  readonly archive: Archive;
  readonly people: () => Promise<readonly Person[]>;
  readonly clock: Clock;
}): WatchRoom {
  const { archive, people, clock } = parts;
  return {
    plan: async () => planAlerts({ archive, people: await people(), now: clock() }),
    compose: async (alert) => composeAlert(alert, { archive, people: await people(), now: clock() }),
  };
}
