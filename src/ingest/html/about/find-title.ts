import { cleanLine } from '../../../text/clean-text.ts';
import type { Metadata } from '../dom/gather-metadata.ts';
import type { DomElement } from '../dom/read-dom.ts';
import { articlesOf, textOf } from '../dom/read-json-ld.ts';

export interface FoundTitle {
  readonly headline: string;
  /** Index among the page's elements; null when only metadata states the headline. */
  readonly at: number | null;
  readonly element: DomElement | null;
}

const wordsOf = (text: string): Set<string> =>
  new Set(
    text
      .slice(0, 500)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

/** Jaccard similarity of two titles' word sets, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(a.size + b.size - shared, 1);
}

/** Decodes HTML entities once; strings in JSON-LD are often HTML-escaped a second time. */
export function unescapeOnce(text: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    nbsp: ' ',
    rsquo: '’',
    lsquo: '‘',
    ldquo: '“',
    rdquo: '”',
    ndash: '–',
    mdash: '—',
    hellip: '…',
  };
  return text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code !== null)
      return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    return named[String(name).toLowerCase()] ?? whole;
  });
}

const SEPARATOR = /\s(?:[|•·»«‹›:]|[–—-]{1,2}|::)\s/gu;

/**
 * Removes the site's name from a title: a part after or before a separator that resembles the site's name or
 * host, or a short part after a bar.
 */
function withoutSite(title: string, site: string | null, host: string | null): string {
  const cuts = [...title.matchAll(SEPARATOR)];
  if (!cuts.length) return title;
  const squeeze = (text: string) =>
    text
      .toLowerCase()
      .replace(/^the\s/u, '')
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const known = [site, host?.replace(/^www\.|\.[a-z.]{2,10}$/giu, '') ?? null]
    .map((one) => squeeze(one ?? ''))
    .filter((one) => one.length > 1);
  const isSite = (part: string) => {
    const squeezed = squeeze(part);
    return (
      squeezed !== '' &&
      known.some(
        (one) =>
          (squeezed.includes(one) && squeezed.length <= one.length + 25) ||
          (one.includes(squeezed) && squeezed.length >= 3),
      )
    );
  };
  let end = title.length;
  let cutOne = false;
  for (const cut of cuts.reverse()) {
    const part = title.slice(cut.index + cut[0].length, end);
    const bar = cut[0].trim() === '|' || /[»«•·]/u.test(cut[0]);
    if (!isSite(part) && !(bar && part.length < 40 && (cutOne || part.length < cut.index / 2))) break;
    end = cut.index;
    cutOne = true;
  }
  const first = cuts.at(-1);
  const rest = title.slice(0, end).trim();
  if (first && !cutOne && isSite(title.slice(0, first.index)) && first.index < 40)
    return title.slice(first.index + first[0].length).trim();
  return rest || title;
}

/**
 * Removes a label such as "Opinion" or "News" from a heading, if the page's metadata shows where the headline
 * begins or a bar ends the label.
 */
function withoutKicker(headline: string, claims: readonly string[]): string {
  for (const claim of claims) {
    const before = headline.length - claim.length;
    if (claim.split(' ').length >= 4 && before > 0 && before <= 30 && headline.endsWith(claim)) return claim;
  }
  const label = /^[\p{L} ]{2,25} \| (?=\S.{20,}$)/u.exec(headline);
  return label ? headline.slice(label[0].length) : headline;
}

/**
 * The headline: the heading most similar to the titles in the metadata; else the metadata's title without the
 * site's name. Null when the page has neither.
 */
export function findTitle(metadata: Metadata, site: string | null, host: string | null): FoundTitle | null {
  const meta = (name: string) => metadata.metas.find((one) => one.name === name)?.content ?? null;
  const machine = articlesOf(metadata.things)
    .slice(0, 3)
    .map(({ fields }) => textOf(fields['headline']))
    .find((text) => text !== null);
  const claims = [meta('og:title'), machine ?? null, meta('twitter:title'), metadata.title]
    .filter((text): text is string => text !== null && text.trim() !== '')
    .map((text) => withoutSite(cleanLine(unescapeOnce(text)), site, host))
    .filter((text) => text !== '');
  const claimed = claims.map(wordsOf);
  const headings = metadata.marks.filter(
    ({ tag, names, text }) => text && (tag === 'h1' || (tag === 'h2' && /headline|title/u.test(names))),
  );
  let best: FoundTitle | null = null;
  let bestScore = 0.2;
  for (const { tag, text, at, names, element } of headings) {
    const headline = cleanLine(text);
    const own = wordsOf(headline);
    if (!headline || headline.length > 400) continue;
    const alike = Math.max(0, ...claimed.map((claim) => likeness(own, claim)));
    const score =
      alike +
      (tag === 'h1' ? 0.25 : 0) +
      (/headline|entry-title|article-?title|post-?title/u.test(names) ? 0.1 : 0) +
      (own.size >= 4 ? 0.1 : 0);
    if (score > bestScore) {
      best = { headline, at, element };
      bestScore = score;
    }
  }
  const only = headings.filter(({ tag }) => tag === 'h1');
  if (best && (bestScore >= 0.6 || only.length === 1))
    return { ...best, headline: withoutKicker(best.headline, claims) };
  const claim = claims[0];
  return claim ? { headline: claim, at: best?.at ?? null, element: best?.element ?? null } : best;
}
