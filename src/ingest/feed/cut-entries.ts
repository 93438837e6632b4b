import type { PreparedXml } from './prepare.ts';

/** A feed cut into its entries, so that what breaks one breaks no other. */
export interface CutFeed {
  /** Everything up to the first entry. */
  readonly head: string;
  /** Whole entries, tags included; one that was never closed is closed where the next begins. */
  readonly entries: readonly string[];
  /** Whether the feed ends in the middle of an entry; that entry is left out. */
  readonly cutOff: boolean;
}

/** The deepest and the longest that a feed's own markup ever needs; beyond it parsers take minutes (measured). */
const DEEPEST = 200;
const LONGEST_TAG = 20_000;

const EMPTY = /^(?:<[^<>]*>\s*<[^<>]*>)?$/u;
const OPENING_ONLY = /^<[^<>]*>?\s*$/u;

export function cutEntries({ xml, kind, prefix }: PreparedXml): CutFeed {
  const name = kind === 'atom' ? 'entry' : 'item';
  const prefixes = prefix ? `(?:${prefix.replace(/[^\w:-]/gu, '')}|(?:rss|atom):)?` : '(?:(?:rss|atom):)?';
  const tag = new RegExp(`<!--|<!\\[CDATA\\[|<(/?)(${prefixes}${name})(?=[\\s>/])`, 'giu');
  const entries: string[] = [];
  const unclosed = new Set<string>();
  let first = -1;
  let begun = -1;
  let next = 0;
  /** Where the tag that `from` is in ends; asked in rising order only, so that all of the feed is searched once. */
  const endOfTag = (from: number): number => {
    if (next >= 0 && next < from) next = xml.indexOf('>', from);
    return next;
  };
  for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
    const [mark, closing, full] = found;
    if (full === undefined) {
      // One that is never closed hides nothing, and is searched for once only.
      const stop = mark === '<!--' ? '-->' : ']]>';
      const end = unclosed.has(stop) ? -1 : xml.indexOf(stop, tag.lastIndex);
      if (end < 0) unclosed.add(stop);
      else tag.lastIndex = end + 3;
    } else if (closing) {
      const end = endOfTag(tag.lastIndex);
      const entry = begun >= 0 && end >= 0 ? xml.slice(begun, end + 1) : '';
      if (!EMPTY.test(entry)) entries.push(entry);
      begun = -1;
    } else {
      if (xml[endOfTag(tag.lastIndex) - 1] === '/') continue;
      if (begun >= 0 && !OPENING_ONLY.test(xml.slice(begun, found.index)))
        entries.push(`${xml.slice(begun, found.index)}</${full}>`);
      begun = found.index;
      if (first < 0) first = begun;
    }
  }
  return { head: first < 0 ? xml : xml.slice(0, first), entries, cutOff: begun >= 0 };
}

/** Whether markup is shaped so that any parser is done with it in no time: no tag too long, none too deep. */
export function isParsable(xml: string): boolean {
  const open: string[] = [];
  const tag = /<!--|<!\[CDATA\[|<(\/?)([a-z_][\w.:-]*)/giu;
  for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
    const [mark, closing, name] = found;
    const stop = name === undefined ? (mark === '<!--' ? '-->' : ']]>') : '>';
    const end = xml.indexOf(stop, tag.lastIndex);
    if (end < 0) return name === undefined || xml.length - tag.lastIndex < LONGEST_TAG;
    if (name !== undefined) {
      if (end - found.index > LONGEST_TAG) return false;
      const at = closing ? open.lastIndexOf(name) : -1;
      if (at >= 0) open.length = at;
      else if (!closing && xml[end - 1] !== '/') open.push(name);
      if (open.length > DEEPEST) return false;
    }
    tag.lastIndex = end + stop.length;
  }
  return true;
}

/** A feed of these entries alone, under the outermost element of the feed they are from. */
export function wrapEntries({ xml, kind }: PreparedXml, entries: readonly string[]): string {
  const root = /^<([\w:-]+)[^<>]*>/u.exec(xml.slice(0, LONGEST_TAG));
  const usual = { rss: 'rss', rdf: 'rdf:RDF', atom: 'feed' }[kind];
  const [opening, name = ''] = root ?? [`<${usual}>`, usual];
  if (kind !== 'rss') return `${opening}${entries.join('')}</${name}>`;
  const channel = /<([\w-]*:?channel)(?:\s[^<>]*)?>/iu.exec(xml.slice(0, LONGEST_TAG));
  const [channelTag, channelName] = [channel?.[0] ?? '<channel>', channel?.[1] ?? 'channel'];
  return `${opening}${channelTag}${entries.join('')}</${channelName}></${name}>`;
}
