import type { PreparedXml } from './prepare.ts';

/** A feed split into entries, so that a damaged entry does not affect the others. */
export interface CutFeed {
  /** The feed up to its first entry. */
  readonly head: string;
  /** Complete entries with their tags. An unclosed entry is closed where the next begins. */
  readonly entries: readonly string[];
  /** Whether the feed ends inside an entry, which is then left out. */
  readonly cutOff: boolean;
}

/**
 * Maximum nesting depth and tag length (UTF-16 units). Real feeds stay below; beyond these, parsers took
 * minutes (measured).
 */
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
  /** End of the tag around `from`. Calls must use ascending positions, so that the feed is scanned once. */
  const endOfTag = (from: number): number => {
    if (next >= 0 && next < from) next = xml.indexOf('>', from);
    return next;
  };
  for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
    const [mark, closing, full] = found;
    if (full === undefined) {
      // An unclosed comment or CDATA section hides nothing; its end is searched for only once.
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

/** Whether markup is safe for a parser: no tag too long, none nested too deeply. */
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

/** A feed with only these entries, inside the original's outermost element. */
export function wrapEntries({ xml, kind }: PreparedXml, entries: readonly string[]): string {
  const root = /^<([\w:-]+)[^<>]*>/u.exec(xml.slice(0, LONGEST_TAG));
  const usual = { rss: 'rss', rdf: 'rdf:RDF', atom: 'feed' }[kind];
  const [opening, name = ''] = root ?? [`<${usual}>`, usual];
  if (kind !== 'rss') return `${opening}${entries.join('')}</${name}>`;
  const channel = /<([\w-]*:?channel)(?:\s[^<>]*)?>/iu.exec(xml.slice(0, LONGEST_TAG));
  const [channelTag, channelName] = [channel?.[0] ?? '<channel>', channel?.[1] ?? 'channel'];
  return `${opening}${channelTag}${entries.join('')}</${channelName}></${name}>`;
}
