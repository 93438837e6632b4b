import { createHash } from 'node:crypto';
import type { FeedEntry } from '../../kernel/source.ts';

export interface SortedEntries {
  /** Entries whose identifier and whose title with link are both unknown. */
  readonly fresh: readonly FeedEntry[];
  /** Known entries with changed text. */
  readonly changed: readonly FeedEntry[];
  /** Fingerprints to store for the next poll. */
  readonly seen: readonly string[];
}

/** Fingerprints kept per feed: two for each of 1,000 entries, twice over. */
const MOST_REMEMBERED = 4_000;

/** Sorts entries by the fingerprints of earlier polls. A changed identifier alone does not make an entry new. */
export function sortEntries(entries: readonly FeedEntry[], seen: readonly string[]): SortedEntries {
  const known = new Map(seen.map((mark) => [mark.slice(0, 17), mark.slice(17)]));
  const fresh: FeedEntry[] = [];
  const changed: FeedEntry[] = [];
  const marks: string[] = [];
  for (const entry of entries) {
    const { id, place, words } = marksOf(entry);
    const before = known.get(id) ?? known.get(place);
    if (before === undefined) fresh.push(entry);
    else if (before !== words) changed.push(entry);
    marks.push(id + words, place + words);
  }
  const now = new Set(marks.map((mark) => mark.slice(0, 17)));
  const older = seen.filter((mark) => !now.has(mark.slice(0, 17)));
  return { fresh, changed, seen: [...new Set([...marks, ...older])].slice(0, MOST_REMEMBERED) };
}

function marksOf({ identity, link, title, summary, content }: FeedEntry): {
  id: string;
  place: string;
  words: string;
} {
  return {
    id: `i${hash(identity, 16)}`,
    place: `p${hash(JSON.stringify([link, title]), 16)}`,
    words: hash(JSON.stringify([title, summary?.value, content?.value]), 8),
  };
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
