import type { NewSource } from '../../src/archive/source-port.ts';
import { newSource } from '../../src/ingest/poll/state.ts';
import type { FeedEntry } from '../../src/kernel/source.ts';

export const ADDED_AT = new Date('2024-05-06T07:00:00Z');

/** A feed as an editor has just added it. */
export function aNewSource(parts: Partial<NewSource> = {}): NewSource {
  const url = parts.url ?? 'https://news.example/feed';
  return {
    kind: 'feed',
    url,
    name: null,
    topic: true,
    addedAt: ADDED_AT.toISOString(),
    addedBy: { id: 'U1', name: 'Ada Moss', platform: 'slack' },
    state: newSource(url, ADDED_AT),
    ...parts,
  };
}

/** A feed's entry that gives its whole text. */
export function anEntry(parts: Partial<FeedEntry> = {}): FeedEntry {
  return {
    identity: 'entry-1',
    title: 'Ferry to run again by summer',
    link: 'https://news.example/ferry',
    publishedAt: '2024-05-05',
    publishedHow: 'stated by the feed',
    author: null,
    summary: null,
    content: { type: 'html', value: '<p>The harbour council bought a ferry.</p>' },
    ...parts,
  };
}
