import { fetchIfChanged } from '../ingest/fetch/fetch-url.ts';
import { type FetchFeed, pollSource } from '../ingest/poll/poll-source.ts';
import type { EntryDeps } from '../ingest/read-entry.ts';
import type { Source } from '../kernel/source.ts';
import type { EntryTally } from '../kernel/source-door.ts';
import { NOTHING_READ, readEntries } from './read-entries.ts';
import type { SourceParts } from './source-parts.ts';

/** Lease of a visit, in ms. It is longer than any visit; the lease of a dead process ends after it. */
const CLAIM_MS = 5 * 60_000;

export interface Visited {
  readonly tally: EntryTally;
  /** Parts of the feed that could not be read. */
  readonly notes: readonly string[];
}

const NOT_VISITED: Visited = { tally: NOTHING_READ, notes: [] };

/** Polls a due source and reads its waiting entries, unless another process holds it. `feed` replaces the network. */
export async function visitSource(
  number: number,
  parts: SourceParts,
  entryDeps: EntryDeps,
  feed?: FetchFeed,
): Promise<Visited> {
  const { archive, clock, limits, owner, log } = parts;
  const visit = { number, owner };
  const began = clock().getTime();
  const source = await archive.sources.claim(visit, new Date(began), new Date(began + CLAIM_MS));
  if (!source) return NOT_VISITED;
  try {
    const due = source.kind === 'feed' && isDue(source, clock());
    const polled = due ? await poll(source, parts, feed) : { source, notes: [] };
    if (!polled) return NOT_VISITED;
    const stretchMs = feed ? limits.addStretchMs : limits.stretchMs;
    const tally = await readEntries(polled.source, parts, entryDeps, clock().getTime() + stretchMs);
    return { tally, notes: polled.notes };
  } catch (error) {
    log.error({ source: number, err: error }, 'a source could not be visited');
    return NOT_VISITED;
  } finally {
    await archive.sources.release(visit);
  }
}

function isDue({ state }: Source, now: Date): boolean {
  return state.nextPollAt !== null && Date.parse(state.nextPollAt) <= now.getTime();
}

/** Polls once and stores the result with its entries. Returns null when there is nothing to store. */
async function poll(
  source: Source,
  { archive, clock, net, owner, random, log }: SourceParts,
  feed: FetchFeed = (url, validators) => fetchIfChanged(url, validators, net),
): Promise<{ readonly source: Source; readonly notes: readonly string[] } | null> {
  const { state, fresh, changed, notes } = await pollSource(source.state, feed, clock, random);
  // An aborted fetch says nothing about the site.
  if (net.stop.aborted) return null;
  const visit = { number: source.number, owner };
  // Feeds list the newest entry first. Entries are read in order of publication.
  const entries = [...fresh, ...changed].toReversed();
  if (!(await archive.sources.keepPoll(visit, state, entries, clock()))) return null;
  const about = {
    source: source.number,
    url: state.url,
    fresh: fresh.length,
    changed: changed.length,
    next: state.nextPollAt,
  };
  if (state.trouble) log.warn({ ...about, reason: state.trouble.reason }, 'a source could not be read');
  else log.info({ ...about, notes }, 'a source was asked');
  return { source: { ...source, state }, notes };
}
