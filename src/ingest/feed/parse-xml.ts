import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { type CutFeed, cutEntries, isParsable, wrapEntries } from './cut-entries.ts';
import { mapAtom } from './map-atom.ts';
import { parseDamaged } from './map-damaged.ts';
import { mapRdf, mapRss } from './map-rss.ts';
import type { PreparedXml } from './prepare.ts';
import type { RawEntry, RawFeed } from './types.ts';

export interface ParsedXml {
  readonly feed: RawFeed;
  /** Notes for a reader: what was omitted and why. */
  readonly notes: readonly string[];
}

/**
 * Parses a well-formed feed as a whole. Otherwise parses entry by entry, so that damage affects only its own
 * entry.
 */
export async function parseXml(prepared: PreparedXml, mostEntries: number): Promise<ParsedXml> {
  const cut = cutEntries(prepared);
  const kept = cut.entries.slice(0, mostEntries);
  const notes: string[] = [];
  if (kept.length < cut.entries.length)
    notes.push(`only the first ${mostEntries} of its ${cut.entries.length} entries were read`);
  const whole = kept.length < cut.entries.length ? null : parseStrictly(prepared.kind, prepared.xml);
  if (whole && !cut.cutOff && whole.entries.length >= kept.length) return { feed: whole, notes };
  if (cut.cutOff) notes.push('the feed breaks off in the middle of an entry, which was left out');
  const { entries, lost } = await parseApart(prepared, kept);
  if (lost > 0) notes.push(`${lost === 1 ? 'one entry was' : `${lost} entries were`} too damaged to read`);
  return { feed: { ...parseHead(prepared, cut, whole), entries }, notes };
}

function parseStrictly(kind: PreparedXml['kind'], xml: string): RawFeed | null {
  if (!isParsable(xml)) return null;
  try {
    switch (kind) {
      case 'rss':
        return mapRss(parseRssFeed(xml));
      case 'rdf':
        return mapRdf(parseRdfFeed(xml));
      case 'atom':
        return mapAtom(parseAtomFeed(xml));
      default:
        return kind satisfies never;
    }
  } catch {
    // Malformed or empty: the caller parses entry by entry.
    return null;
  }
}

async function parseApart(
  prepared: PreparedXml,
  entries: readonly string[],
): Promise<{ entries: RawEntry[]; lost: number }> {
  const all = wrapEntries(prepared, entries);
  const together =
    parseStrictly(prepared.kind, all)?.entries ?? (isParsable(all) ? await parseDamaged(all) : []);
  if (together.length >= entries.length) return { entries: [...together], lost: 0 };
  const read: RawEntry[] = [];
  let lost = 0;
  for (const entry of entries) {
    const alone = wrapEntries(prepared, [entry]);
    const strict = parseStrictly(prepared.kind, alone)?.entries[0];
    const found = strict ?? (isParsable(alone) ? (await parseDamaged(alone))[0] : undefined);
    if (found) read.push(found);
    else lost += 1;
  }
  return { entries: read, lost };
}

const NOTHING = { title: null, link: null, ttlMs: null, bases: [], entries: [] };

function parseHead(prepared: PreparedXml, { head }: CutFeed, whole: RawFeed | null): RawFeed {
  if (whole) return whole;
  const { xml, kind } = prepared;
  // Build a feed from the head alone: its content up to the first entry, without the outer tags.
  const inner = head
    .slice(/^<[^<>]*>/u.exec(head)?.[0].length ?? 0)
    .replace(/^\s*<(?:[\w-]+:)?channel(?:\s[^<>]*)?>/iu, '');
  const closed =
    kind === 'rdf' ? `<channel>${inner.replace(/<\/[\w-]*:?channel>[\s\S]*$/iu, '')}</channel>` : inner;
  const found = parseStrictly(kind, wrapEntries({ ...prepared, xml }, [closed]));
  return found ?? { kind, ...NOTHING };
}
