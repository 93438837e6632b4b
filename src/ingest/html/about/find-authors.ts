import { cleanLine } from '../../../text/clean-text.ts';
import { isRecord } from '../../lines/stated.ts';
import { readDays } from '../date/read-days.ts';
import type { Mark, Metadata } from '../dom/gather-metadata.ts';
import type { NearLine } from '../dom/near-line.ts';
import { attribute } from '../dom/read-dom.ts';
import { articlesOf } from '../dom/read-json-ld.ts';
import { unescapeOnce } from './find-title.ts';

const MOST_AUTHORS = 12;

/** Words and signs that occur in no author's name: desks, sites, roles, dates and buttons. */
const NOT_A_NAME =
  /\b(?:https?|www|admin|administrator|editor|share|follow|subscribe|comments?|updated|published|posted|read|minutes?|photos?|images?|contact|email|more|view|all|articles?|posts?|view|profile|bio|author|authors|staff writer|newsletter|sign|log ?in|null|undefined|unknown|anonymous|categories|category|tags?)\b|[@{}<>[\]|=_]|\d{3,}/iu;

const LEADING =
  /^(?:(?:story|words|written|reported|posted|published|article|text|review|report|analysis|opinion|photographs?|edited|compiled|reviewed|submitted|contributed)\s+)?(?:by|от|автор|autor(?:in)?|author|redactor|texto|escrito por|redaktion|skrevet av|tekst|writer|reporter)\s*[:•|-]?\s+|^(?:by|author|text|autor|von):\s*/iu;
/** Matches "ByJon Aske", where only the page's style sheet adds the space. */
const GLUED = /^(?:By|BY)(?=\p{Lu}\p{Ll})/u;
/** Words for "by" that can also begin a surname: "Von Anna Adler" against "Von Miller". */
const PREPOSITION = /^(?:von|par|por|di|door|av)\s+|^(?:Von|Par|Por|Di|Door|Av)\s+(?=\p{Lu}\S*\s+\p{L})/u;

const withoutLeading = (text: string): string =>
  text.replace(LEADING, '').replace(GLUED, '').replace(PREPOSITION, '');

/** Text after a name on a byline. */
const TRAILING =
  /\s*(?:[|•·/–—(]|\s-\s|\bfor\s\p{Lu}|\bin\s\p{Lu}|\bon\s\p{Lu}|\bat\s\d|,\s*(?:\p{Ll}|(?:Senior|Staff|Chief|Associate|Deputy|Managing|Executive|Political|Contributing|Special|Business|Sports?|News|Science|Health|Tech|National|Washington|The|CNN|AP|BBC|Reuters|Associated|Bloomberg|Writer|Reporter|Editor|Correspondent|Contributor|USA|Updated|Published|Posted)\b)).*$/u;
const DATE_TAIL =
  /\s*,?\s*(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d.*$|\s*\d{1,2}[./:]\d{1,2}.*$|\s*(?:Published|Updated|Posted|Last updated|Created|Modified|First published)\b.*$/u;

/** Degrees and agencies after a name, and the rest of a sentence about the author. */
const BEHIND =
  /,?\s+(?:Ph\.?D|M\.?D|M\.?S|M\.?A|B\.?A|R\.?D|RDN|LD|MPH|MBA|RN|CPT|J\.?D|Esq)\b.*$|(?<=\S\s\S{2,}),?\s+(?:The\s)?(?:Associated Press|AP|AFP|Reuters|Bloomberg(?: News)?|USA TODAY|CNN|PA Media|Press Association)$|\s(?:is|was|has|covers|writes|reports)\s.*$/u;

/** Extracts an author's name from a part of a byline; null when the part is no name. */
function nameOf(words: string, site: string | null): string | null {
  const name = words
    .replace(DATE_TAIL, '')
    .replace(BEHIND, '')
    .replace(TRAILING, '')
    .replace(/[\s,;:.•|·–—-]+$/u, '')
    .replace(/^[\s,;:•|·–—-]+/u, '')
    .trim();
  if (name.length < 2 || name.length > 60 || !/\p{L}{2}/u.test(name) || NOT_A_NAME.test(name)) return null;
  if (name.split(/\s+/u).length > 6) return null;
  if (site && name.toLowerCase() === site.toLowerCase()) return null;
  return name;
}

function splitNames(text: string, site: string | null): string[] {
  const line = withoutLeading(cleanLine(unescapeOnce(text))).replace(DATE_TAIL, '');
  if (/^[,;&|-]/u.test(line)) return [];
  return line
    .split(
      /\s*(?:,\s+(?=(?:and\s)?\p{Lu}[\p{L}.'’-]*\s\p{L})|;|\s&\s|,?\s+(?:and|und|et|y|e|og|och|en|i|и)\s+(?=\p{Lu})|\s\+\s|\n)\s*/u,
    )
    .map((part) => nameOf(withoutLeading(part.replace(/^and\s+/iu, '')), site))
    .filter((name) => name !== null);
}

/** The names in a JSON-LD author field; `isBody` marks organizations. */
function namesIn(value: unknown, depth = 0): { name: string; isBody: boolean }[] {
  if (depth > 4) return [];
  if (typeof value === 'string')
    return /^https?:/iu.test(value.trim()) || !value.trim() ? [] : [{ name: value, isBody: false }];
  if (Array.isArray(value)) return value.slice(0, MOST_AUTHORS).flatMap((one) => namesIn(one, depth + 1));
  if (!isRecord(value)) return [];
  const type = String(value['@type'] ?? '').toLowerCase();
  return namesIn(value['name'], depth + 1).map(({ name }) => ({
    name,
    isBody: /organi[sz]ation/u.test(type),
  }));
}

const AUTHOR_METAS =
  /^(?:author|article:author|article:author_name|parsely-author|sailthru\.author|dc\.creator|dcterms\.creator|dc:creator|byl|byline|citation_author|cxenseparse:author|twitter:data1|authors|article-author|og:article:author|rbauthors|shareaholic:article_author_name|mrf:authors|bt:author|creator)$/u;

/** The authors that a page names, in page order, without duplicates; empty when it names none. */
export function findAuthors({ metadata, site, headlineAt, lines }: NamedPage): string[] {
  const ladder = [
    () => fromThings(metadata, site),
    () => fromBylines(metadata, site, headlineAt, true),
    () => fromMetas(metadata, site),
    () => fromBylines(metadata, site, headlineAt, false),
    () => fromLines(lines, site),
    // Last resort: accept the outlet's own name as the author.
    () => fromThings(metadata, null),
    () => fromBylines(metadata, null, headlineAt, false),
    () => fromLines(lines, null),
  ];
  for (const rung of ladder) {
    const names = once(rung());
    if (names.length) return names.slice(0, MOST_AUTHORS);
  }
  return [];
}

export interface NamedPage {
  readonly metadata: Metadata;
  /** The outlet's name, which is not accepted as an author at first; null when unknown. */
  readonly site: string | null;
  readonly headlineAt: number | null;
  readonly lines: readonly NearLine[];
}

function once(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function fromThings({ things }: Metadata, site: string | null): string[] {
  for (const { fields } of articlesOf(things)) {
    const given = namesIn(fields['author']).concat(namesIn(fields['creator']));
    const people = given.filter(({ isBody }) => !isBody).flatMap(({ name }) => splitNames(name, site));
    if (people.length) return people;
  }
  return [];
}

function fromMetas({ metas }: Metadata, site: string | null): string[] {
  const usual = metas.filter(
    ({ name, content }) => AUTHOR_METAS.test(name) && !/^(?:https?:|@)/iu.test(content),
  );
  const label = metas.find(({ name }) => name === 'twitter:label1')?.content ?? '';
  const told = usual.filter(
    ({ name }) =>
      name !== 'twitter:data1' ||
      /written|by|author|autor|von|verfasst|geschrieben|escrito|écrit/iu.test(label),
  );
  const first = told[0]?.name;
  return told.filter(({ name }) => name === first).flatMap(({ content }) => splitNames(content, site));
}

const BYLINE_NAMES = /byline|author|writer|reporter|contributor|(?:^|[\s_-])by(?:$|[\s_-])/u;
const NOT_BYLINE_NAMES =
  /comment|related|bio|box|card-|avatar|image|photo|social|follow|caption|credit|twitter|widget|title|role|job|description|desc|about|popular|recent|teaser|more-/u;

function fromBylines(
  { marks }: Metadata,
  site: string | null,
  headlineAt: number | null,
  sure: boolean,
): string[] {
  const wanted = marks.filter(
    ({ element, names, text, tag }) =>
      tag !== 'h1' &&
      text.length > 1 &&
      text.length < 160 &&
      (sure
        ? /\bauthor\b/iu.test(`${attribute(element, 'rel') ?? ''} ${attribute(element, 'itemprop') ?? ''}`)
        : BYLINE_NAMES.test(names) && !NOT_BYLINE_NAMES.test(names)),
  );
  const distance = ({ at }: Mark) =>
    headlineAt === null ? at : at >= headlineAt ? at - headlineAt : 4 * (headlineAt - at);
  const near = [...wanted].sort((a, b) => distance(a) - distance(b));
  const names: string[] = [];
  let last = -1;
  for (const mark of near) {
    const said = splitNames(mark.text, site);
    if (!said.length || !said.some((name) => /\s/u.test(name) || sure)) continue;
    // A name more than 12 elements from the last one belongs to another story.
    if (last >= 0 && Math.abs(mark.at - last) > 12) break;
    names.push(...said);
    last = mark.at;
  }
  return names;
}

const LINES_ABOVE = 4;
const LINES_BELOW = 12;
const OPENS_BYLINE =
  /^(?:(?:story|words|written|reported|reporting|posted|published|article|text)\s+)?(?:by|von|par|por|di|door|av|от|автор|author|autor)\s*:?\s+\p{L}|^By\s?\p{Lu}/iu;
const ENDS_IN_BYLINE = /\b(?:by|von|par|por)\s+((?:\p{Lu}[\p{L}.'’-]*\s?){2,4})$/u;
const NAME_THEN_DATE =
  /^(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*?){1,3}?)\s*[-–—|,•·]?\s*(?:(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d|\d{1,2}[./\s])/u;
const BARE_NAME = /^\p{Lu}[\p{L}.'’-]+(?:\s(?:\p{Lu}[\p{L}.'’-]*|de|van|von|bin|al|der|la)){1,3}$/u;

/**
 * Authors from lines near the headline: a byline, a name with a date, or a bare name next to a line with a
 * date.
 */
function fromLines(lines: readonly NearLine[], site: string | null): string[] {
  const near = lines
    .filter(
      ({ below, words }) =>
        below !== null && below >= -LINES_ABOVE && below <= LINES_BELOW && words <= 20 && below !== 0,
    )
    .sort((a, b) => weighPlace(a) - weighPlace(b));
  for (const { text } of near)
    if (OPENS_BYLINE.test(text)) {
      const names = splitNames(text, site);
      if (names.length) return names;
    }
  for (const { text } of near) {
    const name = ENDS_IN_BYLINE.exec(text)?.[1] ?? NAME_THEN_DATE.exec(text)?.[1];
    const names =
      name && readDays(text.replace(/(\d{4})(?=\d)/gu, '$1 '), 'day', true).length
        ? splitNames(name, site)
        : [];
    if (names.length) return names;
  }
  for (const [at, { text, below }] of near.entries()) {
    if (!BARE_NAME.test(text) || (below ?? 0) < 0) continue;
    const beside = [near[at - 1], near[at + 1]].some(
      (other) => other && other.words <= 8 && readDays(other.text, 'day').length > 0,
    );
    const names = beside ? splitNames(text, site) : [];
    if (names.length) return names;
  }
  return [];
}

const weighPlace = ({ below }: NearLine): number => (below === null ? 0 : below >= 0 ? below : 100 - below);
