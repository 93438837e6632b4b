import type { Ingested } from '../kernel/ask.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z$/;

/**
 * Parses a window of ingest times. Both edges must be instants rather than days; the buttons of scheduled
 * lookups carry such windows.
 */
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
