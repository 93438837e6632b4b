import type { Ingested } from '../kernel/ask.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/;

/** A stretch of reading in, where both edges are instants rather than days: what the buttons of scheduled lookups carry. */
export function readIngested({
  since = '',
  until = '',
}: {
  since?: string;
  until?: string;
}): Ingested | null {
  const isInstant = (text: string) => INSTANT.test(text) && !Number.isNaN(Date.parse(text));
  if (!isInstant(since) || !isInstant(until)) return null;
  return { after: new Date(since).toISOString(), until: new Date(until).toISOString() };
}
