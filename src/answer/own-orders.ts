import type { Asker, Destination } from '../kernel/asker.ts';
import { LOCAL_PLATFORM, sameDestination } from '../kernel/asker.ts';
import type { Schedule } from '../kernel/schedule.ts';
import type { AnswerDeps } from './show/answer-deps.ts';

/** The server or workspace of a destination that was stored without one; null where the platform does not know. */
export type HomeOf = (destination: Destination) => string | null;

/** A schedule or watch, as far as it decides whose it is. */
interface Order {
  readonly destination: Destination;
  /** The id of the person who made it. */
  readonly maker: string;
}

/**
 * Whether a schedule or watch is the asker's to see and to change: it goes to their direct messages, to where they
 * ask, or to the server or workspace from which they ask. Where nobody knows its server or workspace, it is its
 * maker's. Rights come on top. The owner at the machine has all.
 */
function isOwnOrder(
  { at, id, editor }: Pick<Asker, 'at' | 'id' | 'editor'>,
  { destination, maker }: Order,
  homeOf: HomeOf,
): boolean {
  if (at.platform === LOCAL_PLATFORM && editor) return true;
  if (destination.platform !== at.platform) return false;
  if (sameDestination(destination, at) || (destination.direct && destination.channel === id)) return true;
  const home = destination.home ?? homeOf(destination);
  return home === null ? maker === id : home === at.home;
}

export function ownSchedules(
  schedules: readonly Schedule[],
  asker: Asker,
  homeOf: HomeOf,
): readonly Schedule[] {
  return schedules.filter((each) => isOwnSchedule(each, asker, homeOf));
}

function isOwnSchedule({ destination, createdBy }: Schedule, asker: Asker, homeOf: HomeOf): boolean {
  return isOwnOrder(asker, { destination, maker: createdBy.id }, homeOf);
}

/**
 * The archive with the schedules and watches that are the asker's own, so that no command can list, change or count
 * those of another server or workspace.
 */
export function withOwnOrders(
  archive: AnswerDeps['archive'],
  asker: Asker,
  homeOf: HomeOf,
): AnswerDeps['archive'] {
  const { schedules, watches } = archive;
  return {
    ...archive,
    schedules: {
      ...schedules,
      all: async () => [...ownSchedules(await schedules.all(), asker, homeOf)],
      get: async (id) => {
        const schedule = await schedules.get(id);
        return schedule && isOwnSchedule(schedule, asker, homeOf) ? schedule : null;
      },
    },
    watches: {
      ...watches,
      all: async () =>
        (await watches.all()).filter(({ destination, madeBy }) =>
          isOwnOrder(asker, { destination, maker: madeBy.id }, homeOf),
        ),
    },
  };
}
