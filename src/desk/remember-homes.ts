import type { HomeOf } from '../answer/own-orders.ts';
import { destinationKey, type PlatformId } from '../kernel/asker.ts';
import type { Log } from '../kernel/log.ts';

/** What the running platforms know of destinations that were stored without their server or workspace. */
export interface Homes {
  readonly homeOf: HomeOf;
  /** `find` is asked from now on; a platform that starts again replaces its own. */
  know(platform: PlatformId, find: HomeOf): void;
}

/** Each destination that is placed so is logged once, because who may change its schedule follows from it. */
export function rememberHomes(log: Log): Homes {
  const finders = new Map<PlatformId, HomeOf>();
  const said = new Set<string>();
  return {
    homeOf: (destination) => {
      const home = finders.get(destination.platform)?.(destination) ?? null;
      const key = destinationKey(destination);
      if (home !== null && !said.has(key)) {
        said.add(key);
        const { platform, channel } = destination;
        log.info(
          { platform, channel, home },
          'stored without its server or workspace, which is known by the channel',
        );
      }
      return home;
    },
    know: (platform, find) => void finders.set(platform, find),
  };
}
