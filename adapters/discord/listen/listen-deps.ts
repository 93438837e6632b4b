import type { Conversation } from '../../../src/desk/desk.ts';
import type { Log } from '../../../src/kernel/log.ts';
import type { Clock } from '../../../src/kernel/time/clock.ts';
import type { IdentifyUser } from './identify-user.ts';

/** Dependencies of the handlers of Discord events. */
export interface ListenDeps {
  readonly desk: Conversation;
  readonly log: Log;
  readonly clock: Clock;
  readonly identifyUser: IdentifyUser;
}
