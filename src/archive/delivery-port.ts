import type { PlatformId } from '../kernel/asker.ts';
import type { Delivery, DeliveryState, NewDelivery } from '../kernel/delivery.ts';
import type { NewSchedule, Schedule, ScheduleState } from '../kernel/schedule.ts';

/** The planner's decision about a schedule's slots. Instants are ISO times in UTC. */
export interface SlotDecision {
  readonly decidedUntil: string;
  readonly nextSlot: string | null;
  /** The delivery for the slot that is due; null if no slot is due. */
  readonly delivery: NewDelivery | null;
  /** Number of slots that were too late to send. `lastSkipped` is the latest of them. */
  readonly skipped: number;
  readonly lastSkipped: string | null;
}

/** A change of a schedule's state. `at` is the current time. */
export interface ScheduleChange {
  readonly state: ScheduleState;
  /** Why the schedule is paused or stopped, in words for readers. */
  readonly reason: string | null;
  readonly nextSlot: string | null;
  readonly at: Date;
}

/** Stores schedules. */
export interface Schedules {
  /** Stores a schedule. If one with the same origin exists, returns that one instead. */
  add(schedule: NewSchedule): Promise<Schedule>;
  get(id: number): Promise<Schedule | null>;
  /** All schedules, oldest first. */
  all(): Promise<Schedule[]>;
  /** Active schedules whose next slot is at or before `now`. */
  due(now: Date): Promise<Schedule[]>;
  /**
   * Advances a schedule and adds its delivery to the outbox, in one transaction. Returns false and changes nothing
   * if the stored schedule differs from `schedule`: another process decided first, or an editor paused it. A
   * delivery whose key is already in the outbox is not added again.
   */
  decide(schedule: Schedule, decision: SlotDecision): Promise<boolean>;
  /** Returns false if no schedule has this id. Leaving the active state skips the schedule's planned deliveries. */
  setState(id: number, change: ScheduleChange): Promise<boolean>;
  /** Removes a schedule and skips its planned deliveries. Returns false if no schedule has this id. */
  remove(id: number, at: Date): Promise<boolean>;
}

export interface Claim {
  /** The lease holder: the name of the claiming process. See `DeliveryLeases.holders`. */
  readonly owner: string;
  /** The platforms that this process can send to now. */
  readonly platforms: readonly PlatformId[];
  readonly now: Date;
  /** No other process may claim the deliveries before this time. */
  readonly leaseUntil: Date;
  /** Keys (`destinationKey`) of the destinations that must not be sent to now. */
  readonly busy: readonly string[];
  readonly limit: number;
}

/** How an attempt ended. `at` is the current time. */
export type Settlement =
  | { readonly kind: 'sent'; readonly at: Date; readonly ref: string; readonly late: boolean }
  | { readonly kind: 'silent'; readonly at: Date }
  | {
      readonly kind: 'again';
      readonly nextAttemptAt: Date;
      readonly reason: string;
      /** Whether the message of this attempt may have arrived. */
      readonly uncertain: boolean;
    }
  | { readonly kind: 'skipped' | 'failed'; readonly at: Date; readonly reason: string }
  /**
   * Stops the delivery's schedule, or the watches of an alert. A resumed watch reports what it found meanwhile.
   * `notices` inform the people who made the schedule or watches.
   */
  | {
      readonly kind: 'refused';
      readonly at: Date;
      readonly reason: string;
      readonly notices: readonly NewDelivery[];
    };

/** Leases of deliveries: which process may send a delivery, and until when. */
export interface DeliveryLeases {
  /**
   * Leases due deliveries and sets their state to `sending`: the oldest of each destination, and only the oldest
   * unfinished one of a schedule. A delivery whose previous lease expired is returned as `uncertain`.
   */
  claim(claim: Claim): Promise<Delivery[]>;
  /** Extends a lease. Returns false if another process now holds it. */
  renew(delivery: Pick<Delivery, 'id'>, owner: string, leaseUntil: Date): Promise<boolean>;
  /**
   * Records how an attempt ended and, for a schedule, the time up to which its readers are informed, in one
   * transaction. Returns false if another process now holds the lease.
   */
  settle(delivery: Pick<Delivery, 'id'>, owner: string, settlement: Settlement): Promise<boolean>;
  /** Names of the processes that hold a lease. */
  holders(): Promise<string[]>;
  /**
   * Ends the leases of a process that no longer runs. All of its deliveries become uncertain and are due again at
   * `next`.
   */
  release(owner: string, next: Date): Promise<number>;
}

/** Stores deliveries. Each key can be used once. */
export interface Outbox {
  /** Adds a delivery. Returns false if its key is already in the outbox. */
  add(delivery: NewDelivery): Promise<boolean>;
  /**
   * Skips planned deliveries that are too late, on every platform, and returns them. Deliveries that may have
   * arrived are left to `claim`.
   */
  expire(now: Date): Promise<Delivery[]>;
  /**
   * When the next attempt is due on these platforms, among deliveries that wait for no other delivery. Null if none
   * is planned.
   */
  nextAttemptAt(platforms: readonly PlatformId[]): Promise<string | null>;
  /** The newest delivery of a schedule. */
  latest(schedule: number): Promise<Delivery | null>;
  /** The number of deliveries by state. */
  counts(): Promise<Readonly<Partial<Record<DeliveryState, number>>>>;
  /** Deletes deliveries that finished before this time. Returns their number. */
  forget(before: Date): Promise<number>;
}

export interface Deliveries extends DeliveryLeases, Outbox {}
