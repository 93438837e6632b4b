import type { AtomFeed, AtomNs } from 'feedsmith';
import type { FeedText } from '../../kernel/source.ts';
import { feedText, present, type RawEntry, type RawFeed } from './types.ts';

type Entry = AtomFeed.Entry<string> | AtomNs.Entry<string>;

/** Maps feedsmith’s Atom 0.3 or 1.0 feed to RawFeed. */
export function mapAtom(feed: AtomFeed.Feed<string>): RawFeed {
  const names = namesOf(feed.authors);
  return {
    kind: 'atom',
    title: textOf(feed.title),
    link: pageLinks(feed.links)[0] ?? null,
    ttlMs: null,
    bases: present(feed.xml?.base),
    // RFC 4287, section 4.2.1: an entry without authors has the authors of its feed.
    entries: (feed.entries ?? []).map((entry) => {
      const mapped = mapAtomEntry(entry);
      const authors = present(...mapped.authors, ...(entry.dc?.creators ?? []));
      const published = present(
        ...mapped.published,
        ...(entry.dc?.dates ?? []),
        ...(entry.dcterms?.issued ?? []),
      );
      return { ...mapped, published, authors: authors.length ? authors : names, bases: basesOf(entry) };
    }),
  };
}

export function mapAtomEntry(entry: Entry): RawEntry {
  const id = typeof entry.id === 'string' ? entry.id.trim() : '';
  const src = entry.content?.src;
  return {
    guid: id || null,
    links: present(...pageLinks(entry.links), src, /^https?:\/\//iu.test(id) ? id : null),
    title: textOf(entry.title),
    published: present(entry.published),
    updated: present(typeof entry.updated === 'string' ? entry.updated : null),
    authors: namesOf(entry.authors),
    summary: textOf(entry.summary),
    content: textOf(entry.content),
    bases: [],
  };
}

function basesOf(entry: AtomFeed.Entry<string>): string[] {
  return present(entry.xml?.base);
}

interface Link {
  readonly href?: unknown;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/**
 * Links to pages, the likeliest article first. Excludes links to the feed itself, to files and to comments.
 */
function pageLinks(links: readonly Link[] | undefined): string[] {
  const rank = ({ rel = 'alternate', type = 'text/html' }: Link): number =>
    rel === 'alternate' ? (/html/u.test(type) ? 0 : 1) : rel === 'via' || rel === 'related' ? 3 : 9;
  return (links ?? [])
    .filter((link) => rank(link) < 9)
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ href }) => (typeof href === 'string' ? [href] : []));
}

function namesOf(
  people: readonly { readonly name?: unknown; readonly email?: string | undefined }[] | undefined,
): string[] {
  const names = (people ?? []).map(({ name }) => (typeof name === 'string' ? name : null));
  const named = present(...names);
  return named.length ? named : present(...(people ?? []).map(({ email }) => email));
}

/**
 * RFC 4287, section 3.1: content without a type is plain text. Content that is neither text nor HTML is
 * ignored.
 */
function textOf(text: unknown): FeedText | null {
  if (typeof text !== 'object' || text === null || !('value' in text) || typeof text.value !== 'string')
    return null;
  const type = 'type' in text && typeof text.type === 'string' ? text.type.toLowerCase() : 'text';
  if (/html/u.test(type)) return feedText(fromBase64(text.value), 'html');
  return type === 'text' || type.startsWith('text/plain') ? feedText(text.value, 'text') : null;
}

/** Decodes base64 markup, which Atom 0.3 allows; returns other text unchanged. */
function fromBase64(value: string): string {
  if (
    value.length < 8 ||
    !/^[A-Za-z0-9+/\s]+={0,2}\s*$/u.test(value) ||
    !/^\S+(?:\n\S+)*$/u.test(value.trim())
  )
    return value;
  const decoded = Buffer.from(value, 'base64').toString('utf8');
  return decoded.includes('<') && !decoded.includes('\uFFFD') ? decoded : value;
}
