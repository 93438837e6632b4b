import { SHOW } from '../../ask/command.ts';
import type { Answer } from '../../kernel/answer.ts';
import { ANYBODY, type Asker, LOCAL_PLATFORM, sameDestination } from '../../kernel/asker.ts';
import type { QuietHours, Watch } from '../../kernel/watch.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { refused } from '../show/refused.ts';

/** Settings of the commands that change watches. Everyone may set and end watches of their own. */
export const WATCHING = { ...SHOW, does: 'change' } as const;

/** Refuses when the platform does not say who asks, because there would be nobody to alert. */
export function forKnownPeople<A>(
  answer: (ask: A, deps: AnswerDeps) => Promise<Answer>,
): (ask: A, deps: AnswerDeps) => Promise<Answer> {
  return async (ask, deps) =>
    deps.asker.id === ANYBODY.id
      ? refused('Here I cannot tell who asks, so there is nobody I could alert.')
      : answer(ask, deps);
}

/**
 * The watches that an asker may see: those that alert this destination or the asker, and those that the asker
 * set on this platform. The owner sees all.
 */
export async function seenWatches({ archive, asker }: AnswerDeps): Promise<Watch[]> {
  return (await archive.watches.all()).filter((watch) => isSeen(watch, asker));
}

function isSeen(watch: Watch, asker: Asker): boolean {
  const { at, editor } = asker;
  if (at.platform === LOCAL_PLATFORM && editor) return true;
  const { destination } = watch;
  return (destination.platform === at.platform && isOwn(watch, asker)) || sameDestination(destination, at);
}

/** Whether the asker set the watch or gets its alerts by direct message. */
export function isOwn({ madeBy, destination }: Watch, { id }: Asker): boolean {
  return madeBy.id === id || (destination.direct && destination.channel === id);
}

/** Quiet hours as text: “22:00 to 07:00, Europe/Berlin”; null when alerts never wait. */
export function quietText(quiet: QuietHours | null): string | null {
  return quiet && `${quiet.from} to ${quiet.to}, ${quiet.zone}`;
}
