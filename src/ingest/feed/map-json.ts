import type { JsonFeed } from 'feedsmith';
import { feedText, present, type RawFeed } from './types.ts';

/** Maps feedsmith’s JSON Feed 1.0 or 1.1 to RawFeed. */
export function mapJson(feed: JsonFeed.Feed<string>): RawFeed {
  const names = namesOf(feed.authors);
  const items = Array.isArray(feed.items) ? feed.items : [];
  return {
    kind: 'json',
    title: feedText(stringOf(feed.title), 'text'),
    link: feed.home_page_url ?? null,
    ttlMs: null,
    bases: [],
    entries: items.map((item) => {
      const authors = namesOf(item.authors);
      return {
        guid: stringOf(item.id)?.trim() || null,
        links: present(item.url, item.external_url),
        title: feedText(item.title, 'text'),
        published: present(item.date_published),
        updated: present(item.date_modified),
        authors: authors.length ? authors : names,
        summary: feedText(item.summary, 'text'),
        content: feedText(item.content_html, 'html') ?? feedText(item.content_text, 'text'),
        bases: [],
      };
    }),
  };
}

function namesOf(authors: readonly JsonFeed.Author[] | undefined): string[] {
  return present(...(authors ?? []).map(({ name }) => name));
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
