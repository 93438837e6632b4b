import { SHOW } from '../../ask/command.ts';
import type { Answer } from '../../kernel/answer.ts';
import { ANYBODY, type Asker, LOCAL_PLATFORM, sameDestination } from '../../kernel/asker.ts';
import type { QuietHours, Watch } from '../../kernel/watch.ts';
import type { AnswerDeps } from '../show/answer-deps.ts';
import { refused } from '../show/refused.ts';

/** What the commands that change watches have in common. Everyone may set and end watches of their own. */
export const WATCHING = { ...SHOW, does: 'change' } as const;

/** Refuses where the platform cannot tell who asks: there is nobody to alert. */
export function forKnownPeople<A>(
  answer: (ask: A, deps: AnswerDeps) => Promise<Answer>,
): (ask: A, deps: AnswerDeps) => Promise<Answer> {
  return async (ask, deps) =>
    deps.asker.id === ANYBODY.id
      ? refused('Here I cannot tell who asks, so there is nobody I could alert.')
      : answer(ask, deps);
}

/** The watches an asker may see: those that alert here or them, and those they set. At the machine, all. */
export async function seenWatches({ archive, asker }: AnswerDeps): Promise<Watch[]> {
  return (await archive.watches.all()).filter((watch) => isSeen(watch, asker));
}

function isSeen(watch: Watch, asker: Asker): boolean {
  const { at, editor } = asker;
  if (at.platform === LOCAL_PLATFORM && editor) return true;
  const { destination } = watch;
  return (destination.platform === at.platform && isOwn(watch, asker)) || sameDestination(destination, at);
}

/** Whether the asker set the watch, or it alerts them directly. */
export function isOwn({ madeBy, destination }: Watch, { id }: Asker): boolean {
  return madeBy.id === id || (destination.direct && destination.channel === id);
}

/** “22:00 to 07:00, Europe/Berlin”; null where alerts always come. */
export function quietText(quiet: QuietHours | null): string | null {
  return quiet && `${quiet.from} to ${quiet.to}, ${quiet.zone}`;
}
