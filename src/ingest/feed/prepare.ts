import type { FeedInfo } from '../../kernel/source.ts';

/** An XML feed ready for a parser: starts at its outermost element, without characters that XML forbids. */
export interface PreparedXml {
  readonly kind: Exclude<FeedInfo['kind'], 'json'>;
  readonly xml: string;
  /** Namespace prefix of the outermost element with its colon, or the empty string. */
  readonly prefix: string;
}

const ROOT = /<([\w-]+:)?(rss|rdf|feed|channel)(?=[\s>/])/giu;
/** An entity of a few plain characters. No other kind is expanded: no “billion laughs”, no external fetch. */
const LEAF_ENTITY = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&<%]{0,40})"|'([^'&<%]{0,40})')\s*>/gu;
const PROLOG_CHARACTERS = 64_000;
const MOST_REPLACED = 10_000;

/** Finds the feed in a text, ignoring what precedes it; null when there is none. */
export function prepareXml(text: string): PreparedXml | null {
  const root = findRoot(text);
  if (!root) return null;
  const [, prefix = '', name = ''] = root;
  const entities = leafEntities(text.slice(0, Math.min(root.index, PROLOG_CHARACTERS)));
  const body = cleanXml(text.slice(root.index));
  const xml = useKnownNames(dropLongPeople(replaceEntities(body, entities)));
  const kind =
    ({ rss: 'rss', channel: 'rss', rdf: 'rdf', feed: 'atom' } as const)[name.toLowerCase()] ?? 'rss';
  const bare = name.toLowerCase() === 'channel';
  return { kind, prefix, xml: bare ? `<rss version="2.0">${xml}</rss>` : xml };
}

function findRoot(text: string): RegExpExecArray | null {
  ROOT.lastIndex = 0;
  for (let found = ROOT.exec(text); found; found = ROOT.exec(text)) {
    const comment = text.lastIndexOf('<!--', found.index);
    const end = comment < 0 ? -1 : text.indexOf('-->', comment + 4);
    if (comment < 0 || (end >= 0 && end < found.index)) return found;
    if (end < 0) return found;
    ROOT.lastIndex = end;
  }
  return null;
}

/** Removes characters and character references that XML 1.0 forbids. */
function cleanXml(xml: string): string {
  return (
    xml
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to strip
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
      .replace(/&#(?:x0{0,8}(?:[0-8bcef]|1[0-9a-f])|0{0,8}(?:[0-8]|1[124-9]|2\d|3[01]));/giu, '')
      .toWellFormed()
  );
}

function leafEntities(prolog: string): Map<string, string> {
  const entities = new Map<string, string>();
  if (!prolog.includes('<!DOCTYPE')) return entities;
  for (const [, name = '', double, single] of prolog.matchAll(LEAF_ENTITY))
    if (!/^(?:amp|lt|gt|quot|apos)$/u.test(name) && !entities.has(name))
      entities.set(name, double ?? single ?? '');
  return entities;
}

function replaceEntities(xml: string, entities: ReadonlyMap<string, string>): string {
  if (!entities.size) return xml;
  let left = MOST_REPLACED;
  return xml.replace(/&([\w.-]{1,40});/gu, (whole, name: string) => {
    const value = entities.get(name);
    if (value === undefined || left === 0) return whole;
    left -= 1;
    return value;
  });
}

const XHTML_BODY = /<(\/?)(?:xhtml:body|body(?=\s+xmlns=["']http:\/\/www\.w3\.org\/1999\/xhtml))(?=[\s>])/giu;

/** Renames elements of old feeds to the names that feedsmith knows. */
function useKnownNames(xml: string): string {
  const named = xml
    .replace(/<(\/?)fullitem(?=[\s>])/giu, '<$1content:encoded')
    .replace(/<(\/?)dc:author(?=[\s>])/giu, '<$1dc:creator')
    .replace(/\srel=(["'])http:\/\/www\.iana\.org\/assignments\/relation\//giu, ' rel=$1');
  const renamed = named.replace(XHTML_BODY, '<$1content:encoded');
  return renamed === named ? named : renamed.replace(/<\/body>/giu, '</content:encoded>');
}

const LONGEST_PERSON = 2_000;

/**
 * Empties overlong author elements: feedsmith's time grows with the square of their brackets (60,000 brackets
 * took 30 s).
 */
function dropLongPeople(xml: string): string {
  const opening = /<(author|managingEditor|webMaster)(?=[\s>])[^<>]*>/giu;
  const parts: string[] = [];
  let from = 0;
  for (let found = opening.exec(xml); found; found = opening.exec(xml)) {
    const end = xml.indexOf(`</${found[1]}`, opening.lastIndex);
    // No later element of this name is closed, so no parser reads one.
    if (end < 0) break;
    if (end - opening.lastIndex > LONGEST_PERSON) {
      parts.push(xml.slice(from, opening.lastIndex));
      from = end;
    }
    opening.lastIndex = end;
  }
  return parts.length ? parts.join('') + xml.slice(from) : xml;
}

/** A sentence that says why a text is not a feed. */
export function whyNoFeed(text: string): string {
  const head = text.slice(0, 20_000).trimStart();
  if (!head) return 'The feed is empty.';
  if (/<opml[\s>]/iu.test(head)) return 'This is a list of feeds (OPML), not a feed.';
  if (/<(?:urlset|sitemapindex)[\s>]/iu.test(head)) return 'This is a site map, not a feed.';
  if (/^<!doctype html|<(?:html|head|body)[\s>]/iu.test(head)) return 'This is a web page, not a feed.';
  const element = /<([a-z][\w.:-]{0,40})[\s>/]/iu.exec(head)?.[1];
  if (/^<\?xml/iu.test(head) && element)
    return `This is XML, but not a feed: its outermost element is “${element}”.`;
  if (/^(?:<[a-z!])/iu.test(head)) return 'This is a piece of a web page, not a feed.';
  return 'This is text, not a feed.';
}
