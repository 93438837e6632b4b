import { isRecord } from '../../lines/stated.ts';

/** One thing a page describes to machines, its types in lower case. */
export interface Thing {
  readonly types: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How many things of one page are read, and how deep they may be nested. */
const MOST_THINGS = 2_000;
const DEEPEST = 8;

/** The JSON-LD of a page's scripts as one flat list; what cannot be read is left out. */
export function readJsonLd(scripts: readonly string[]): Thing[] {
  const things: Thing[] = [];
  for (const script of scripts) {
    const value = parseLoosely(script);
    if (value !== undefined) gather(value, things, 0);
  }
  return things;
}

/** Publishers break JSON in three ways: comments around it, line breaks inside strings, commas too many. */
function parseLoosely(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/u, '')
    .trim()
    .replace(/;$/u, '');
  return parse(text) ?? parse(mend(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mend(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
      .replace(/[\u0000-\u001f]+/gu, ' ')
      .replace(/,\s*(?=[}\]])/gu, '')
      .replace(/\\(?!["\\/bfnrtu])/gu, '\\\\')
  );
}

function gather(value: unknown, things: Thing[], depth: number): void {
  if (depth > DEEPEST || things.length >= MOST_THINGS) return;
  if (Array.isArray(value)) {
    for (const one of value) gather(one, things, depth + 1);
    return;
  }
  if (!isRecord(value)) return;
  const type = value['@type'];
  const types = (Array.isArray(type) ? type : [type])
    .filter((one): one is string => typeof one === 'string')
    .map((one) => one.replace(/^https?:\/\/schema\.org\//iu, '').toLowerCase());
  things.push({ types, fields: value });
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'hasPart',
    'itemListElement',
    'item',
    'liveBlogUpdate',
  ])
    if (Object.hasOwn(value, key)) gather(value[key], things, depth + 1);
}

const ARTICLE = /article|posting|report|review$|newsarticle|recipe|^creativework$|liveblog/u;
const PAGE = /^(?:webpage|itempage|aboutpage|videoobject|podcastepisode|profilepage|event|product)$/u;

/** The things that may be the page's article, most article-like first; in the page's order otherwise. */
export function articlesOf(things: readonly Thing[]): Thing[] {
  const rank = ({ types }: Thing) =>
    types.some((type) => ARTICLE.test(type) && type !== 'review')
      ? 0
      : types.some((type) => PAGE.test(type))
        ? 1
        : 2;
  return things.filter((thing) => rank(thing) < 2).sort((a, b) => rank(a) - rank(b));
}

/** A JSON-LD field as text: a string or number as it is, the name of an object, the first item of a list. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 20)) {
      const text = textOf(one);
      if (text) return text;
    }
    return null;
  }
  return isRecord(value) ? (textOf(value['name']) ?? textOf(value['@value']) ?? null) : null;
}
