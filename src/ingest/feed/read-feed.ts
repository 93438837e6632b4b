import { parseJsonFeed } from 'feedsmith';
import type { FeedEntry, FeedInfo } from '../../kernel/source.ts';
import { decodeText } from '../fetch/decode.ts';
import { unzip } from '../fetch/read-body.ts';
import { Refused } from '../fetch/refusal.ts';
import { isRecord } from '../lines/stated.ts';
import { describeEntries, describeFeed } from './entries.ts';
import { parseLooseJson } from './json.ts';
import { mapJson } from './map-json.ts';
import { type ParsedXml, parseXml } from './parse-xml.ts';
import { prepareXml, whyNoFeed } from './prepare.ts';

export interface ReadFeed {
  readonly kind: 'feed';
  readonly feed: FeedInfo;
  /** In the feed's order, one per identity. */
  readonly entries: readonly FeedEntry[];
  /** What was left out and why, for people. */
  readonly notes: readonly string[];
}

export interface FeedRefusal {
  readonly kind: 'refused';
  /** A sentence for people. */
  readonly reason: string;
}

/** Maximum entries read from one feed; the largest public feeds have a few hundred. */
const MOST_ENTRIES = 1_000;
const MOST_CHARACTERS = 20_000_000;
const MOST_BYTES = 20_000_000;

/**
 * Parses a feed in any format. Returns its readable entries, even from a damaged feed, or the reason why
 * there are none. Decompresses and decodes bytes. Fetches nothing and expands only short XML entities.
 */
export async function readFeed(content: string | Uint8Array, url: string): Promise<ReadFeed | FeedRefusal> {
  try {
    return await read(typeof content === 'string' ? content : await textOf(content), url);
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal.reason);
    throw error;
  }
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return decodeText(await unzip(buffer, MOST_BYTES), '').text;
}

function refuse(reason: string): FeedRefusal {
  return { kind: 'refused', reason };
}

async function read(text: string, url: string): Promise<ReadFeed | FeedRefusal> {
  if (text.length > MOST_CHARACTERS) return refuse('The feed is too large to be read.');
  // Skip leading white space, control characters and byte-order marks.
  const whole = text.replace(/^(?:\s|\uFEFF|\p{Cc})+/u, '');
  if (!whole) return refuse('The feed is empty.');
  const parsed = /^(?:[{[]|\/[/*])/u.test(whole) ? readJson(whole) : await readXml(whole);
  if ('reason' in parsed) return parsed;
  const { entries, repeated } = describeEntries(parsed.feed, url);
  const again = repeated ? [`${repeated === 1 ? 'one entry' : `${repeated} entries`} came twice`] : [];
  return { kind: 'feed', feed: describeFeed(parsed.feed, url), entries, notes: [...parsed.notes, ...again] };
}

async function readXml(text: string): Promise<ParsedXml | FeedRefusal> {
  const isPage = /^(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)[\s>]/iu.test(text);
  const prepared = isPage ? null : prepareXml(text);
  if (!prepared) return refuse(whyNoFeed(text));
  const parsed = await parseXml(prepared, MOST_ENTRIES);
  const { entries, title, link } = parsed.feed;
  const holdsNothing = !entries.length && title === null && link === null;
  return holdsNothing ? refuse('The feed is too damaged to be read.') : parsed;
}

function readJson(text: string): ParsedXml | FeedRefusal {
  const loose = parseLooseJson(text);
  if (!loose) return refuse('This looks like JSON, but is too damaged to be read.');
  const { value, cutOff } = loose;
  const isFeed =
    isRecord(value) && (Array.isArray(value['items']) || String(value['version']).includes('jsonfeed.org'));
  if (!isFeed) return refuse('This is JSON, but not a feed.');
  const items: unknown[] = Array.isArray(value['items']) ? value['items'] : [];
  const notes = cutOff ? ['the feed breaks off in the middle of an entry, which was left out'] : [];
  if (items.length > MOST_ENTRIES)
    notes.push(`only the first ${MOST_ENTRIES} of its ${items.length} entries were read`);
  const kept = { version: 'https://jsonfeed.org/version/1.1', ...value, items: items.slice(0, MOST_ENTRIES) };
  try {
    return { feed: mapJson(parseJsonFeed(kept)), notes };
  } catch {
    return refuse('This is JSON, but not a feed.');
  }
}
