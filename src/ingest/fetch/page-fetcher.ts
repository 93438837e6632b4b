import { setTimeout as wait } from 'node:timers/promises';
import { type FetchedPage, type FetchNet, fetchUrl } from './fetch-url.ts';
import type { FetchRefusal } from './refusal.ts';

/** Fetches pages with at most one request per host at a time and a pause of `gapMs` between two. */
export function pageFetcher(
  net: FetchNet & { readonly stop: AbortSignal },
  gapMs: number,
): (url: string) => Promise<FetchedPage | FetchRefusal> {
  const lanes = new Map<string, Promise<unknown>>();
  return (url) => {
    const host = URL.canParse(url) ? new URL(url).hostname : url;
    const before = lanes.get(host) ?? Promise.resolve();
    const fetched = before.then(() => fetchUrl(url, net));
    const pause = fetched.then(() =>
      wait(gapMs, undefined, { signal: net.stop, ref: false }).catch(() => {}),
    );
    lanes.set(host, pause);
    void pause.then(() => {
      if (lanes.get(host) === pause) lanes.delete(host);
    });
    return fetched;
  };
}
