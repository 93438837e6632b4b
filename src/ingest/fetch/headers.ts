import type { ResponseFacts } from './refusal.ts';

export type ResponseHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The longest header value that is kept. */
const LONGEST_KEPT = 1_000;

/** A header's value, repeated ones joined by commas; the empty string when absent. */
export function headerOf(headers: ResponseHeaders, name: string): string {
  const value = headers[name] ?? '';
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The facts of a response that are kept. Values that are not valid in a request header become null. */
export function factsOf(status: number, headers: ResponseHeaders): ResponseFacts {
  const kept = (name: string): string | null => {
    const found = headers[name];
    const value = (Array.isArray(found) ? found.at(-1) : found)?.trim() ?? '';
    return value && value.length <= LONGEST_KEPT && /^[\t\x20-\x7e\x80-\xff]+$/u.test(value) ? value : null;
  };
  return {
    status,
    etag: kept('etag'),
    lastModified: kept('last-modified'),
    cacheControl: headerOf(headers, 'cache-control').slice(0, LONGEST_KEPT) || null,
    retryAfter: kept('retry-after'),
    botWall: ['cf-mitigated', 'x-datadome', 'x-px-block', 'x-amzn-waf-action'].some(
      (name) => name in headers,
    ),
  };
}
