import { cleanLine } from '../../../text/clean-text.ts';
import { readLink } from '../../lines/stated.ts';
import type { Metadata } from '../dom/gather-metadata.ts';
import { articlesOf, textOf } from '../dom/read-json-ld.ts';
import { type FoundTitle, findTitle, unescapeOnce } from './find-title.ts';

/** What a page states about its article as a whole. */
export interface PageKnowledge {
  readonly title: FoundTitle | null;
  /** The outlet's name as the page states it; null when it does not. */
  readonly site: string | null;
  /** The article's URL and host; null when unknown. */
  readonly link: { readonly url: string; readonly host: string } | null;
  /** The language tag that the page states, lower case, as in `en-us`; null when it states none. */
  readonly language: string | null;
  /** The article's text in JSON-LD (`articleBody`); null when it is missing or too short to be useful. */
  readonly told: string | null;
}

/**
 * Gathers what a page states about its article. `url` is the address at which the page was found; null when
 * unknown.
 */
export function knowPage(metadata: Metadata, url: string | null): PageKnowledge {
  const link = findLink(metadata, url);
  const site = findSite(metadata);
  return {
    link,
    site,
    title: findTitle(metadata, site, link?.host ?? null),
    language: findLanguage(metadata),
    told: findTold(metadata),
  };
}

function findSite({ metas, things }: Metadata): string | null {
  const named = metas.find(({ name }) => name === 'og:site_name')?.content;
  const publisher = articlesOf(things)
    .map(({ fields }) => textOf(fields['publisher']))
    .find((name) => name !== null && !/^https?:/iu.test(name));
  const name = cleanLine(
    unescapeOnce(named ?? publisher ?? metas.find((one) => one.name === 'application-name')?.content ?? ''),
  );
  return name && name.length <= 80 ? name.replace(/^@/u, '') : null;
}

/** A host's last two labels. They suffice to tell a mirror from another outlet's page. */
const family = (host: string): string => host.toLowerCase().split('.').slice(-2).join('.');

/**
 * The canonical URL that the page states, if it belongs to the host family of `url` or `url` is null;
 * otherwise `url` itself.
 */
function findLink({ links, metas, base }: Metadata, url: string | null): PageKnowledge['link'] {
  const found = url === null ? null : readLink(url);
  const claims = [
    links.find(({ rel }) => /\bcanonical\b/u.test(rel))?.href,
    metas.find(({ name }) => name === 'og:url')?.content,
  ];
  for (const claim of claims) {
    const resolved = claim ? resolve(claim.trim(), found?.url ?? base) : null;
    const link = resolved ? readLink(resolved) : null;
    if (!link) continue;
    if (found && family(found.host) !== family(link.host)) continue;
    // Some sites state their front page as the canonical URL of every page.
    if (found && new URL(link.url).pathname === '/' && new URL(found.url).pathname !== '/') continue;
    return link;
  }
  return found;
}

function resolve(address: string, base: string | null): string | null {
  if (address.length > 2_000) return null;
  if (URL.canParse(address)) return new URL(address).href;
  return base !== null && URL.canParse(address, base) ? new URL(address, base).href : null;
}

function findLanguage({ language, metas, things }: Metadata): string | null {
  const stated = [
    language,
    metas.find(({ name }) => name === 'og:locale')?.content,
    metas.find(({ name }) => name === 'content-language' || name === 'language' || name === 'dc.language')
      ?.content,
    articlesOf(things)
      .map(({ fields }) => textOf(fields['inLanguage']))
      .find((text) => text !== null),
  ];
  for (const one of stated) {
    const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.exec((one ?? '').trim())?.[0];
    if (tag) return tag.replaceAll('_', '-').toLowerCase();
  }
  return null;
}

const LEAST_TOLD = 200;

function findTold({ things }: Metadata): string | null {
  let best: string | null = null;
  for (const { fields } of things) {
    const text = fields['articleBody'];
    if (typeof text === 'string' && text.length >= LEAST_TOLD && text.length > (best?.length ?? 0))
      best = text;
  }
  return best === null ? null : unescapeOnce(best.replace(/<[^<>]{1,2000}>/gu, ' '));
}
