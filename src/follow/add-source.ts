import type { FetchedPage } from '../ingest/fetch/fetch-url.ts';
import { newSource } from '../ingest/poll/state.ts';
import type { EntryDeps } from '../ingest/read-entry.ts';
import { readUrl, type UrlRead } from '../ingest/read-url.ts';
import type { Asker } from '../kernel/asker.ts';
import type { Source } from '../kernel/source.ts';
import type { Added, OfferedFeed } from '../kernel/source-door.ts';
import type { Visits } from './follow-sources.ts';
import type { SourceParts } from './source-parts.ts';

export interface AddDeps {
  readonly parts: SourceParts;
  readonly entryDeps: EntryDeps;
  readonly visits: Visits;
}

interface Wanted {
  readonly url: string;
  readonly all: boolean;
  readonly asker: Asker;
}

/** Fetches a URL that an editor typed, then follows the feed or reads the page. */
export async function addSource(typed: string, all: boolean, asker: Asker, add: AddDeps): Promise<Added> {
  const wanted = { url: addressOf(typed), all, asker };
  const held = await heldSource(wanted.url, add.parts);
  if (held?.kind === 'feed') return { kind: 'held', source: held };
  const read = await readUrl(wanted.url, add.entryDeps);
  switch (read.kind) {
    case 'refused':
      return read;
    case 'feed':
      return followFeed(read.page, [], wanted, add);
    case 'article':
      return keepPage(read, held, wanted, add);
    case 'front':
      return followFront(read, wanted, add);
    default:
      return read satisfies never;
  }
}

/** The URL in typed text: without the angle brackets of Slack and mail, with `https://` when the scheme is missing. */
export function addressOf(typed: string): string {
  const bare = typed
    .trim()
    .replace(/^<([^<>]*)>$/u, '$1')
    .trim();
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]|$)/iu.test(bare)
    ? `https://${bare}`
    : bare;
}

/** The URL without the parts that do not distinguish pages. */
function plainAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return `${host.replace(/^www\./u, '')}${pathname.replace(/\/$/u, '')}${search}`;
}

async function heldSource(url: string, { archive }: SourceParts): Promise<Source | null> {
  const wanted = plainAddress(url);
  const sources = await archive.sources.list();
  const holds = (source: Source) =>
    [source.url, source.state.url].some((one) => plainAddress(one) === wanted);
  return sources.find(holds) ?? null;
}

/** The feeds that the desk does not follow yet. */
async function notHeld(feeds: readonly OfferedFeed[], parts: SourceParts): Promise<OfferedFeed[]> {
  const held = await Promise.all(feeds.map(({ url }) => heldSource(url, parts)));
  return feeds.filter((_, at) => held[at] === null);
}

async function followFront(
  { feeds }: Extract<UrlRead, { kind: 'front' }>,
  wanted: Wanted,
  add: AddDeps,
): Promise<Added> {
  const [first, ...others] = feeds;
  if (!first) return { kind: 'refused', reason: 'This page links no feed and contains no article.' };
  const held = await heldSource(first.url, add.parts);
  if (held) return { kind: 'held', source: held };
  const read = await readUrl(first.url, add.entryDeps);
  if (read.kind === 'feed') return followFeed(read.page, others, wanted, add);
  const reason = read.kind === 'refused' ? read.reason : 'What it links as its feed is not a feed.';
  return { kind: 'refused', reason: `This page links a feed, ${first.url}, which cannot be read: ${reason}` };
}

/** Follows a feed from the response already fetched, without a second request. */
async function followFeed(
  page: FetchedPage,
  others: readonly OfferedFeed[],
  wanted: Wanted,
  { parts, visits }: AddDeps,
): Promise<Added> {
  const source = await keep('feed', page.asked, wanted, parts);
  if (!source) {
    const held = await heldSource(page.asked, parts);
    return held
      ? { kind: 'held', source: held }
      : { kind: 'refused', reason: 'Somebody else has just added it.' };
  }
  const { tally, notes } = await visits.visit(source, async () => page);
  const now = (await parts.archive.sources.list()).find(({ number }) => number === source.number) ?? source;
  parts.log.info({ source: source.number, url: source.url, by: wanted.asker.id }, 'a feed is followed');
  return { kind: 'followed', source: now, tally, others: await notHeld(others, parts), notes };
}

function keep(
  kind: Source['kind'],
  url: string,
  { all, asker }: Wanted,
  { archive, clock }: SourceParts,
  name: string | null = null,
): Promise<Source | null> {
  const now = clock();
  const state = newSource(url, now);
  return archive.sources.add({
    kind,
    url,
    name,
    topic: !all,
    addedAt: now.toISOString(),
    addedBy: { id: asker.id, name: asker.name, platform: asker.at.platform },
    // A page is read once. Adding it again reads it again.
    state: kind === 'feed' ? state : { ...state, nextPollAt: null },
  });
}

async function keepPage(
  { page, article, feeds }: Extract<UrlRead, { kind: 'article' }>,
  held: Source | null,
  wanted: Wanted,
  { parts }: AddDeps,
): Promise<Added> {
  const stored = await parts.read(article);
  const source =
    held ??
    (await keep('page', page.asked, wanted, parts, article.headline.slice(0, 200))) ??
    (await heldSource(page.asked, parts));
  if (!source) return { kind: 'refused', reason: 'Somebody else has just removed it.' };
  await parts.archive.sources.entryRead(source.number, '', article);
  parts.log.info(
    { source: source.number, url: source.url, by: wanted.asker.id, stored },
    'a page was read in',
  );
  return { kind: 'read', source, article, stored, feeds: await notHeld(feeds, parts) };
}
