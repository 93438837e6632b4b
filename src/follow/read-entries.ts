import { setImmediate } from 'node:timers/promises';
import type { WaitingEntry } from '../archive/source-port.ts';
import { topicMatcher } from '../ingest/match-topic.ts';
import { type EntryDeps, readEntry } from '../ingest/read-entry.ts';
import type { Source } from '../kernel/source.ts';
import type { EntryTally } from '../kernel/source-door.ts';
import type { SourceParts } from './source-parts.ts';

const MINUTE = 60_000;
/** Delays before a failed entry is tried again, by attempt. After the last one the entry is given up. */
const TRY_AGAIN_MS = [10 * MINUTE, 60 * MINUTE, 6 * 60 * MINUTE, 24 * 60 * MINUTE] as const;
/** After this many failures in a row the site is left alone until the next visit. */
const FAILURES = 2;

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

export const NOTHING_READ: EntryTally = {
  added: 0,
  copy: 0,
  updated: 0,
  unchanged: 0,
  offTopic: 0,
  missed: [],
};

/** Reads a source's waiting entries one by one until none is due, the time is up or the desk closes. */
export async function readEntries(
  source: Source,
  parts: SourceParts,
  entryDeps: EntryDeps,
  untilMs: number,
): Promise<EntryTally> {
  const { archive, clock, net } = parts;
  const tally: Mutable<EntryTally> = { ...NOTHING_READ };
  let failures = 0;
  while (failures < FAILURES && clock().getTime() <= untilMs) {
    const [next] = await archive.sources.waiting(source.number, clock(), 1);
    if (!next || net.stop.aborted) break;
    const became = await readOne(next, source, parts, entryDeps);
    if (became === null) break;
    if (typeof became === 'string') tally[became] += 1;
    else tally.missed = [...tally.missed, became.reason];
    failures = typeof became !== 'string' && became.passing ? failures + 1 : 0;
    // Yields to the event loop, so that questions are answered between two entries.
    await setImmediate();
  }
  return tally;
}

type Became =
  | Exclude<keyof EntryTally, 'missed'>
  | { readonly reason: string; readonly passing: boolean }
  /** The desk closed during the read. The entry keeps waiting. */
  | null;

async function readOne(
  { entry, attempts }: WaitingEntry,
  source: Source,
  parts: SourceParts,
  entryDeps: EntryDeps,
): Promise<Became> {
  const { archive, config, net, log } = parts;
  const from = { name: source.name, url: source.state.url, feed: source.state.feed };
  const read = await readEntry(entry, from, entryDeps);
  if (net.stop.aborted) return null;
  const about = { source: source.number, entry: entry.link ?? entry.title };
  if (read.kind === 'refused') return missed(read, entry.identity, { source, attempts, parts, about });
  const { article } = read;
  const matches = topicMatcher(source.topic ? config.topic : []);
  if (!matches(`${article.headline}\n${article.body}`)) {
    await archive.sources.entryRead(source.number, entry.identity, null);
    log.debug(about, 'an entry was left out: it is off the topic');
    return 'offTopic';
  }
  try {
    const stored = await parts.read(article);
    await archive.sources.entryRead(source.number, entry.identity, article);
    log.info({ ...about, stored }, 'an entry was read in');
    return stored;
  } catch (error) {
    // One article that cannot be stored must not block the entries behind it.
    log.error({ ...about, err: error }, 'an entry could not be stored');
    const refusal = { reason: 'It could not be stored.', passing: true };
    return missed(refusal, entry.identity, { source, attempts, parts, about });
  }
}

async function missed(
  { reason, passing }: { readonly reason: string; readonly passing: boolean },
  identity: string,
  { source, attempts, parts, about }: { source: Source; attempts: number; parts: SourceParts; about: object },
): Promise<Became> {
  const inMs = passing ? TRY_AGAIN_MS[attempts] : undefined;
  const tryAt = inMs === undefined ? null : new Date(parts.clock().getTime() + inMs);
  await parts.archive.sources.entryMissed(source.number, identity, reason, tryAt);
  parts.log.warn({ ...about, reason, tryAt }, 'an entry could not be read');
  return { reason, passing };
}
