import type { PlatformId } from '../kernel/asker.ts';
import type { Delivery, DeliveryState, NewDelivery } from '../kernel/delivery.ts';
import type { NewSchedule, Schedule, ScheduleState } from '../kernel/schedule.ts';

/** What planning makes of a schedule's slots; instants are ISO times, UTC. */
export interface SlotDecision {
  readonly decidedUntil: string;
  readonly nextSlot: string | null;
  /** The slot that is due; null where none is. */
  readonly delivery: NewDelivery | null;
  /** How many slots came too late to be sent, and the last of them. */
  readonly skipped: number;
  readonly lastSkipped: string | null;
}

/** A change of a schedule's state, now. */
export interface ScheduleChange {
  readonly state: ScheduleState;
  /** For readers: why it is paused or stopped. */
  readonly reason: string | null;
  readonly nextSlot: string | null;
  readonly at: Date;
}

/** Standing orders. */
export interface Schedules {
  /** Gives the one that is held where another has the same origin. */
  add(schedule: NewSchedule): Promise<Schedule>;
  get(id: number): Promise<Schedule | null>;
  /** All of them, the oldest first. */
  all(): Promise<Schedule[]>;
  /** Active ones with a slot at `now` or before it. */
  due(now: Date): Promise<Schedule[]>;
  /**
   * Moves a schedule on and puts its delivery into the outbox, in one transaction. False, and nothing is changed, when it is not as it
   * was read any more: another process decided first, or an editor paused it. A key that is in the outbox already is not added again.
   */
  decide(schedule: Schedule, decision: SlotDecision): Promise<boolean>;
  /** False when there is none such. What is planned for a schedule that is not active is skipped. */
  setState(id: number, change: ScheduleChange): Promise<boolean>;
  /** Removes it and skips what is planned for it; false when there is none such. */
  remove(id: number, at: Date): Promise<boolean>;
}

export interface Claim {
  /** Names the process that claims, see Deliveries.holders. */
  readonly owner: string;
  /** Those that can be sent to now. */
  readonly platforms: readonly PlatformId[];
  readonly now: Date;
  /** Nobody else claims them before then. */
  readonly leaseUntil: Date;
  /** Keys (`destinationKey`) of the destinations that must not be sent to now. */
  readonly busy: readonly string[];
  readonly limit: number;
}

/** How an attempt ended; `at` is now. */
export type Settlement =
  | { readonly kind: 'sent'; readonly at: Date; readonly ref: string; readonly late: boolean }
  | { readonly kind: 'silent'; readonly at: Date }
  | {
      readonly kind: 'again';
      readonly nextAttemptAt: Date;
      readonly reason: string;
      /** Whether this attempt may have arrived. */
      readonly uncertain: boolean;
    }
  | { readonly kind: 'skipped' | 'failed'; readonly at: Date; readonly reason: string }
  /** Stops the delivery's schedule, or the watches of an alert, whose finds are told when they are resumed; `notices` tell their makers. */
  | {
      readonly kind: 'refused';
      readonly at: Date;
      readonly reason: string;
      readonly notices: readonly NewDelivery[];
    };

/** The leases of deliveries: who sends what, until when. */
export interface DeliveryLeases {
  /**
   * Leases deliveries that are due, in the state `sending`: the oldest of each destination, and of a schedule only its oldest
   * unfinished one. A delivery whose lease another process let run out comes out `uncertain`.
   */
  claim(claim: Claim): Promise<Delivery[]>;
  /** Extends a lease; false where another process holds it now. */
  renew(delivery: Pick<Delivery, 'id'>, owner: string, leaseUntil: Date): Promise<boolean>;
  /**
   * Records how an attempt ended and, for a schedule, until when its readers are informed, in one transaction. False where
   * another process holds the lease now.
   */
  settle(delivery: Pick<Delivery, 'id'>, owner: string, settlement: Settlement): Promise<boolean>;
  /** The processes that hold a lease. */
  holders(): Promise<string[]>;
  /** Ends the leases of a process that no longer runs. All of its deliveries become uncertain, and are due again at `next`. */
  release(owner: string, next: Date): Promise<number>;
}

/** Deliveries, each with a key that is used once. */
export interface Outbox {
  /** False when its key is in the outbox already. */
  add(delivery: NewDelivery): Promise<boolean>;
  /** Skips planned deliveries that are too late, on every platform, and returns them. `claim` takes those that may have arrived. */
  expire(now: Date): Promise<Delivery[]>;
  /** When the next attempt that waits for no other is due on these platforms; null where nothing is planned. */
  nextAttemptAt(platforms: readonly PlatformId[]): Promise<string | null>;
  /** The newest delivery of a schedule. */
  latest(schedule: number): Promise<Delivery | null>;
  /** The number of deliveries by state. */
  counts(): Promise<Readonly<Partial<Record<DeliveryState, number>>>>;
  /** Deletes deliveries that were finished before; returns how many. */
  forget(before: Date): Promise<number>;
}

export interface Deliveries extends DeliveryLeases, Outbox {}
