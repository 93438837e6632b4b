import { attribute, type DomElement, type DomNode, following, textIn } from './read-dom.ts';
import { readJsonLd, type Thing } from './read-json-ld.ts';

/** An element that states something by an attribute or a name, with its text. */
export interface Mark {
  readonly element: DomElement;
  readonly tag: string;
  /** Class, id, itemprop, rel and the like, lower case. */
  readonly names: string;
  readonly text: string;
  /** Its place among the page's elements. */
  readonly at: number;
}

/** What a page says of itself, as it says it. */
export interface Metadata {
  /** By name or property, lower case, in the page's order. */
  readonly metas: readonly { readonly name: string; readonly content: string }[];
  readonly things: readonly Thing[];
  readonly title: string | null;
  readonly language: string | null;
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  /** Headings, times, and elements named for dates or authors. */
  readonly marks: readonly Mark[];
  readonly base: string | null;
}

/** Class names and the like that say an element holds a date or an author, or the headline. */
const TELLING =
  /date|time|publish|posted|byline|author|writer|contributor|credit|reporter|headline|title|entry-?meta|post-?meta|article-?meta|article-?info|story-?meta|info|meta|dateline|timestamp|updated|created|day|datum|fecha|data-|pubdate|submitted|erstellt|stand|artikel/iu;

/** Names that were put to that test; a site gives its elements the same few again and again. */
const tested = new Map<string, boolean>();
const REMEMBERED = 20_000;

function isTelling(names: string): boolean {
  if (!names) return false;
  let telling = tested.get(names);
  if (telling === undefined) {
    telling = TELLING.test(names);
    if (tested.size >= REMEMBERED) tested.clear();
    tested.set(names, telling);
  }
  return telling;
}

const LONGEST_MARK = 600;
/** Nodes of one element that are read for its text; one that has more is no mark. */
const MOST_NODES = 400;
const MOST_MARKS = 3_000;

const RUNS_ON = /^(?:a|b|i|em|strong|span|abbr|time|small|u|sup|sub|font)$/u;
const SETS_APART = /^(?:p|div|li|h\d|td|tr|dd|dt|section|header)$/u;

/** The text of an element on one line; past `most` characters or MOST_NODES nodes, only that it is longer. */
function textUpTo(element: DomElement, most: number): string {
  let text = '';
  let nodes = 0;
  let node: DomNode | null = element.first;
  while (node && text.length <= most) {
    nodes += 1;
    if (nodes > MOST_NODES) return ' '.repeat(most + 1);
    if (node.kind === 'text') text += node.text.slice(0, most);
    else if (!RUNS_ON.test(node.name)) text += ' ';
    let next: DomNode | null = node.kind === 'element' ? node.first : null;
    while (!next && node !== element) {
      next = node.next;
      if (next || !node.parent) break;
      node = node.parent;
      if (node.kind === 'element' && SETS_APART.test(node.name)) text += ' ';
    }
    node = next;
  }
  return text.replace(/\s+/gu, ' ').trim();
}

/** Reads a page's statements about itself in one go over its elements. */
export function gatherMetadata(root: DomElement): Metadata {
  const metas: { name: string; content: string }[] = [];
  const links: { rel: string; href: string }[] = [];
  const scripts: string[] = [];
  const marks: Mark[] = [];
  let title: string | null = null;
  let base: string | null = null;
  let at = 0;
  for (let node: DomNode | null = root; node; node = following(node, root)) {
    if (node.kind === 'text') continue;
    at += 1;
    switch (node.name) {
      case 'meta':
        metas.push(...metaOf(node));
        break;
      case 'link': {
        const href = attribute(node, 'href');
        if (href) links.push({ rel: (attribute(node, 'rel') ?? '').toLowerCase(), href });
        break;
      }
      case 'base':
        base ??= attribute(node, 'href');
        break;
      case 'title':
        title ??= textIn(node).replace(/\s+/gu, ' ').trim() || null;
        break;
      case 'script':
        scripts.push(textIn(node));
        break;
      default:
        if (marks.length < MOST_MARKS) marks.push(...markOf(node, at));
    }
  }
  return {
    metas,
    links,
    title,
    base,
    marks,
    things: readJsonLd(scripts),
    language: attribute(root, 'lang') ?? attribute(root, 'xml:lang'),
  };
}

function metaOf(element: DomElement): { name: string; content: string }[] {
  const content = attribute(element, 'content')?.trim();
  const name = META_NAMES.map((one) => attribute(element, one)).find((one) => one);
  return content && name ? [{ name: name.trim().toLowerCase(), content }] : [];
}

const META_NAMES = ['property', 'name', 'itemprop', 'http-equiv'];
const MARK_NAMES = ['class', 'id', 'itemprop', 'rel', 'data-testid', 'property', 'itemtype'];

function markOf(element: DomElement, at: number): Mark[] {
  const tag = element.name;
  let names = '';
  for (const name of MARK_NAMES) {
    const value = attribute(element, name);
    if (value) names += `${value.slice(0, 200)} `;
  }
  const wanted =
    tag === 'time' ||
    tag === 'h1' ||
    tag === 'h2' ||
    tag === 'address' ||
    (tag !== 'body' && tag !== 'html' && isTelling(names));
  if (!wanted) return [];
  const text = textUpTo(element, LONGEST_MARK);
  if (text.length > LONGEST_MARK && tag !== 'h1') return [];
  return [{ element, tag, names: names.toLowerCase(), text, at }];
}
