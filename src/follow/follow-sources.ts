import { choosePolls, type FollowedSource } from '../ingest/poll/choose.ts';
import type { FetchFeed } from '../ingest/poll/poll-source.ts';
import type { EntryDeps } from '../ingest/read-entry.ts';
import type { Source } from '../kernel/source.ts';
import type { SourceParts } from './source-parts.ts';
import { type Visited, visitSource } from './visit-source.ts';

/** The most visits of this process at one time, over all hosts. */
const AT_ONCE = 4;

/** The visits of one process. It visits a source once at a time, and a hanging visit delays no other. */
export interface Visits {
  /** Starts the visits that are due and resolves when all have ended. Never rejects. */
  tick(): Promise<void>;
  /** Visits one source now. `feed` is a response already fetched, used instead of the network. */
  visit(source: Source, feed?: FetchFeed): Promise<Visited>;
  /** Resolves when no visit is under way. */
  ended(): Promise<void>;
}

export function openVisits(parts: SourceParts, entryDeps: EntryDeps): Visits {
  const { archive, clock, log, net } = parts;
  const underWay = new Map<number, { readonly followed: FollowedSource; readonly done: Promise<Visited> }>();
  const visitedAt = new Map<number, number>();

  const visit = async (source: Source, feed?: FetchFeed): Promise<Visited> => {
    const { number, state } = source;
    await underWay.get(number)?.done;
    const done = visitSource(number, parts, entryDeps, feed).finally(() => underWay.delete(number));
    visitedAt.set(number, clock().getTime());
    underWay.set(number, { followed: { id: String(number), state }, done });
    return done;
  };
  const due = async (): Promise<Source[]> => {
    const now = clock();
    const sources = await archive.sources.list();
    const busy = [...underWay.values()].map(({ followed }) => followed);
    const idle = sources.filter(({ number }) => !underWay.has(number));
    const feeds = idle.filter(({ kind }) => kind === 'feed');
    const polls = new Set(choosePolls(feeds.map(followedOf), busy, now).map(({ id }) => Number(id)));
    const waiting = new Set(await archive.sources.withWaiting(now));
    const free = Math.max(0, AT_ONCE - busy.length);
    // The longest wait comes first, so that a source with a long backlog does not block the others.
    const last = ({ number }: Source) => visitedAt.get(number) ?? 0;
    return idle
      .filter(({ number }) => polls.has(number) || waiting.has(number))
      .toSorted((a, b) => last(a) - last(b))
      .slice(0, free);
  };
  return {
    visit,
    async tick() {
      try {
        if (net.stop.aborted) return;
        await Promise.all((await due()).map((source) => visit(source)));
      } catch (error) {
        log.error({ err: error }, 'the sources could not be looked at');
      }
    },
    async ended() {
      while (underWay.size) await Promise.allSettled([...underWay.values()].map(({ done }) => done));
    },
  };
}

function followedOf({ number, state }: Source): FollowedSource {
  return { id: String(number), state };
}
